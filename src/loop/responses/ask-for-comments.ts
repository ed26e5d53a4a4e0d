import { customerLanguageOf, say } from '../../languages/index.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { type CommentAsk, insertCommentAsk, type Wordless, wordlessAnswers } from './queries/comment-asks.ts'

const PORTION = 200
const EVERY_MS = 60_000
const LIFE_MS = 2 * 86_400_000

/** Asks those who sent a number and wrote nothing for the reasons, once; the gate has the last word (row 001-17). */
export const askingForComments = (tools: Tools): Work => ({
  name: 'asking for comments',
  everyMs: EVERY_MS,
  byClock: true,
  once: () => askForComments(tools),
})

/** One portion; true when there may be more. */
export async function askForComments({ database, settings, clock }: Tools): Promise<boolean> {
  const found = await wordlessAnswers(database, clock(), PORTION)
  for (const wordless of found) {
    const scope = { workspaceId: wordless.workspaceId, actor: 'echolot' }
    await database.inWorkspace(scope, tx => insertCommentAsk(tx, askOf(wordless, settings.secret, clock())))
  }
  return found.length === PORTION
}

function askOf(wordless: Wordless, secret: string, now: Date): CommentAsk {
  const language = customerLanguageOf(wordless.language)
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: wordless.timeZone })
  const facts = { date: days.format(wordless.answeredAt), score: wordless.value }
  return {
    ...wordless,
    language,
    addressKey: addressKey(secret, 'email', wordless.email),
    subject: say(language, 'respondent.commentMail.subject'),
    body: say(language, 'respondent.commentMail.intro', facts),
    notBefore: now,
    expiresAt: new Date(now.getTime() + LIFE_MS),
  }
}
