import { shareWrites } from '../../platform/shared-writes.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Asked } from './queries/invitations.ts'
import { type Recorded, recordAnswers, type SentAnswer } from './record-answers.ts'
import { wordingShelf } from './wording-shelf.ts'

/** What the pages of one process share: the queue of answers and the wordings that were read. */
export function answering(tools: Tools) {
  const { database, settings, clock } = tools
  const queue = shareWrites<SentAnswer, Recorded>({ write: sent => recordAnswers(database, sent) })
  return {
    database,
    log: tools.log,
    secret: settings.secret,
    now: clock,
    wordingsOf: wordingShelf(database),
    stopAddress: (_asked: Asked): string | null => null,
    /** Resolves when the answer is committed; rejects when nothing is known to be stored. */
    record: async (answer: SentAnswer): Promise<Exclude<Recorded, { kind: 'failed' }>> => {
      const recorded = await queue(answer)
      if (recorded.kind === 'failed') throw recorded.error
      return recorded
    },
  }
}
export type Answering = ReturnType<typeof answering>
