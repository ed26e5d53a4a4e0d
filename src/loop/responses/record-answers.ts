import type { Database } from '../../platform/database/index.ts'
import { type ChangedAnswer, changeAnswer, type Standing } from './change-answer.ts'
import { answerOf, type FirstAnswer, insertAnswers } from './queries/answers.ts'
import { type Asked, findAsked } from './queries/invitations.ts'
import { openingIn } from './suits.ts'

/** An answer as the page sent it, with the hash of its link's token. */
export type SentAnswer = ChangedAnswer & { tokenHash: Buffer; language: string | null }

/** What became of it. */
export type Recorded =
  | { kind: 'unknown' }
  | { kind: 'revoked' | 'expired' | 'unsuited'; asked: Asked }
  | (Standing & { asked: Asked })
  | { kind: 'failed'; error: unknown }

/** Records many answers with one look-up and one commit; one result for each, in order. */
export async function recordAnswers(database: Database, sent: SentAnswer[]): Promise<Recorded[]> {
  const found = await findAsked(
    database,
    sent.map(answer => answer.tokenHash),
  )
  const links = sent.map(answer => found.get(answer.tokenHash.toString('base64')))
  const written = await insertTogether(database, firstAnswers(sent, links))
  return Promise.all(
    sent.map(async (answer, i) => {
      const asked = links[i]
      if (!asked) return { kind: 'unknown' as const }
      if (written.has(answer.key)) return stored(answer, asked)
      return recordFurther(database, answer, asked).catch(error => ({ kind: 'failed' as const, error }))
    }),
  )
}

const stored = (answer: SentAnswer, asked: Asked): Recorded => ({
  kind: 'stored',
  asked,
  opening: asked.opening,
  score: asked.opening === 'nps' ? answer.score : null,
  rating: asked.opening === 'nps' ? null : answer.rating,
  answeredAt: new Date(),
  hasComment: answer.comment !== null,
})

const isOpen = (asked: Asked) => asked.revokedAt === null && asked.expiresAt.getTime() > Date.now()

/** Answers of links that have none yet. */
const firstAnswers = (sent: SentAnswer[], links: (Asked | undefined)[]): FirstAnswer[] =>
  sent.flatMap((answer, i) => {
    const asked = links[i]
    if (!asked || asked.responseId || !isOpen(asked)) return []
    const suited = openingIn(asked.opening, answer)
    const { workspaceId, invitationId } = asked
    const { language, key, evidence } = answer
    return suited ? [{ workspaceId, invitationId, ...suited, language, key, evidence }] : []
  })

/** One commit for all; when one row does not fit (its survey was deleted just now), each on its own. */
async function insertTogether(database: Database, answers: FirstAnswer[]): Promise<Set<string>> {
  if (answers.length === 0) return new Set()
  const write = (some: FirstAnswer[]) => database.inOneStatement(tx => insertAnswers(tx, some))
  try {
    return await write(answers)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!/^2[23]/.test(code) || answers.length === 1) throw error
    const singly = await Promise.all(answers.map(answer => write([answer]).catch(() => new Set<string>())))
    return new Set(singly.flatMap(keys => [...keys]))
  }
}

/** An answer where one stands already: the same again, a change, or too late. */
async function recordFurther(database: Database, answer: SentAnswer, asked: Asked): Promise<Recorded> {
  if (asked.revokedAt) return { kind: 'revoked', asked }
  if (!asked.responseId && !isOpen(asked)) return { kind: 'expired', asked }
  if (!openingIn(asked.opening, answer)) return { kind: 'unsuited', asked }
  const scope = { workspaceId: asked.workspaceId, actor: 'respondent' }
  const standing = await database.inWorkspace(scope, async tx =>
    changeAnswer(tx, asked.responseId ?? (await answerOf(tx, asked.invitationId)), answer),
  )
  if (standing === null) return { kind: 'unknown' }
  return standing === 'unsuited' ? { kind: 'unsuited', asked } : { ...standing, asked }
}
