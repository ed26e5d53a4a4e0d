import { addressKey } from '../../platform/secrets/index.ts'
import { shareWrites } from '../../platform/shared-writes.ts'
import type { Tools } from '../../platform/tools.ts'
import { stopToken } from '../messages/index.ts'
import { wordingShelf } from '../surveys/index.ts'
import type { Asked } from './queries/invitations.ts'
import { type Recorded, recordAnswers, type SentAnswer } from './record-answers.ts'

/** What the pages of one process share: the queue of answers and the wordings that were read. */
export function answering(tools: Tools) {
  const { settings, clock } = tools
  // Answers do not wait behind reports: their connections are their own.
  const database = tools.database.reserved
  const queue = shareWrites<SentAnswer, Recorded>({ write: sent => recordAnswers(database, sent) })
  return {
    tools,
    database,
    log: tools.log,
    secret: settings.secret,
    now: clock,
    overHttps: (settings.publicUrl ?? '').startsWith('https:'),
    wordingsOf: wordingShelf(database),
    stopAddress: (asked: Asked): string | null => stopAddress(settings.secret, asked),
    /** Resolves when the answer is committed; rejects when nothing is known to be stored. */
    record: async (answer: SentAnswer): Promise<Exclude<Recorded, { kind: 'failed' }>> => {
      const recorded = await queue(answer)
      if (recorded.kind === 'failed') throw recorded.error
      return recorded
    },
  }
}

/** The page where the person says "do not ask again"; it needs an address that could be asked. */
function stopAddress(secret: string, { workspaceId, email }: Asked): string | null {
  if (!email) return null
  const link = { workspaceId, channel: 'email' as const, addressKey: addressKey(secret, 'email', email) }
  return `/u/${stopToken(secret, link)}`
}

export type Answering = ReturnType<typeof answering>
