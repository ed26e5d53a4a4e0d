import type { Tx } from '../../platform/database/index.ts'
import {
  type LinkChannel,
  type OpenAnswer,
  type OpenAnswerStored,
  type QuestionAnswer,
  Refusal,
} from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { savePerson } from '../people/index.ts'
import { pageParts } from '../responses/index.ts'
import { answerToken } from './answer-token.ts'
import { checkOpening } from './check-opening.ts'
import { type Identity, identitySecret, readIdentity } from './identity.ts'
import type { Linking } from './linking.ts'
import { answerUnder, insertOpenAnswer, type OpenRow } from './queries/answers.ts'
import type { FoundLink } from './queries/links.ts'

const OLDEST_MS = 30 * 86_400_000
const DAY_MS = 86_400_000

/** Who is at the other end: the network, and what showed that it may be no visitor. */
export type Sender = { network: string; evidence?: 'no_origin' | 'script_without_touch' | null }

/** Takes a visitor's answer: stored once for each key, set aside where there are far too many, never refused for that. */
export async function takeAnswer(
  linking: Linking,
  link: FoundLink,
  sent: OpenAnswer,
  sender: Sender,
): Promise<OpenAnswerStored & { responseId: string; answeredAt: Date }> {
  if (link.isClosed) throw new Refusal('open_link_closed')
  const opening = checkOpening(link.opening, sent)
  const answeredAt = momentOf(link.channel, sent, linking.now())
  const identity = identityOf(linking, link, sent)
  const rush = linking.rush({ ...link, network: sender.network, at: answeredAt, usual: await linking.usual(link) })
  const asked = { ...link, surveyVersion: versionOf(link, sent) }
  const answers = pageParts.checkFurther((await linking.wordingsOf(asked)).questions, sent.answers)
  const scope = { workspaceId: link.workspaceId, actor: 'respondent' }
  const stored = await linking.database.inWorkspace(scope, async tx => {
    const personId = identity ? (await savePerson(tx, identity)).personId : null
    const row: OpenRow = {
      link: asked,
      channel: link.channel,
      ...opening,
      sourceKey: sourceKey(link, sent.key, personId, answeredAt),
      answerKey: `${sent.key}.${opening.score ?? opening.rating ?? 'w'}`,
      personId,
      comment: pageParts.cleanComment(sent.comment).text,
      reason: pageParts.isPassive({ ...opening, opening: link.opening }) ? (sent.reason ?? null) : null,
      language: sent.language ?? null,
      evidence: sender.evidence ?? rush,
      answeredAt,
    }
    return store(tx, link, row, answers)
  })
  const token = answerToken(linking.secret, { workspaceId: link.workspaceId, ...stored })
  return {
    stored: true,
    setAside: stored.setAside,
    token,
    responseId: stored.responseId,
    answeredAt: stored.answeredAt,
  }
}

async function store(tx: Tx, link: FoundLink, row: OpenRow, answers: QuestionAnswer[]) {
  const written = await insertOpenAnswer(tx, row)
  if (!written) return storeAgain(tx, row, answers)
  if (answers.length > 0) await pageParts.saveFurther(tx, { responseId: written.responseId, answers })
  await tellOf(tx, link, row, written.responseId)
  return { ...written, setAside: row.evidence !== null }
}

/** The same sent again, or the person's second word in the period: what is new is added or changed, there is still one answer. */
async function storeAgain(tx: Tx, row: OpenRow, answers: QuestionAnswer[]) {
  const found = await answerUnder(tx, 'open', row.sourceKey)
  const { score, rating, comment, reason, answerKey, evidence } = row
  const responseId = found.response_id
  await pageParts.changeAnswer(tx, responseId, { score, rating, comment, key: answerKey, evidence })
  // The widget says what stands when its page is left; whoever comes back and goes on writing is heard.
  const isNews = row.channel === 'widget' ? found.comment !== comment : found.comment === null
  if ((comment && isNews) || reason)
    await pageParts.addComment(tx, { responseId, comment: isNews ? comment : null, reason })
  if (answers.length > 0) await pageParts.saveFurther(tx, { responseId, answers })
  return { responseId, answeredAt: found.answered_at, setAside: found.state === 'quarantined' }
}

/** A device that was offline asked what it had: its answer belongs to that version. */
const versionOf = (link: FoundLink, { version }: Pick<OpenAnswer, 'version'>): number =>
  Math.min(version ?? link.surveyVersion, link.surveyVersion)

/** Says that an answer came; of an anonymous survey the database lets no event lead to the answer. */
async function tellOf(tx: Tx, link: FoundLink, row: OpenRow, responseId: string): Promise<void> {
  const { personId, score, evidence } = row
  if (evidence) return emit(tx, 'response.quarantined', responseId, { personId, evidence })
  const facts = { personId, surveyId: link.surveyId, waveId: null, score, source: 'open' }
  return emit(tx, 'response.received', responseId, facts)
}

/** A person who is known has one voice in each period of the link; a visitor has one for each page that was drawn. */
function sourceKey(link: FoundLink, key: string, personId: string | null, at: Date): string {
  if (!personId) return `${link.openLinkId}:${key}`
  const period = Math.floor((at.getTime() - link.createdAt.getTime()) / (link.periodDays * DAY_MS))
  return `${link.openLinkId}:person:${personId}:${period}`
}

/** Only a device that was offline may say when it was answered, by how long ago that was on its own clock, and only of the last month. */
function momentOf(channel: LinkChannel, sent: Pick<OpenAnswer, 'answeredAt' | 'sentAt'>, now: Date): Date {
  if (!sent.answeredAt || (channel !== 'kiosk' && channel !== 'api')) return now
  const ageMs = (sent.sentAt ? Date.parse(sent.sentAt) : now.getTime()) - Date.parse(sent.answeredAt)
  return ageMs >= 0 && ageMs <= OLDEST_MS ? new Date(now.getTime() - ageMs) : now
}

/** Who answers, from a signed token alone; a token that is not good makes the answer nobody's, not lost. */
function identityOf(linking: Linking, link: FoundLink, sent: OpenAnswer): Identity | null {
  if (!sent.identity || link.identityVersion === 0 || link.anonymous) return null
  return readIdentity(identitySecret(linking.secret, link), sent.identity, linking.now())
}
