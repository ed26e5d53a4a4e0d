import type { Tools } from '../platform/tools.ts'
import type { Work } from '../platform/work-loop.ts'
import { IDLE_MS } from './authenticate.ts'
import { forgetReplies } from './queries/repetitions.ts'
import { forgetEnded } from './queries/sessions.ts'

const TWO_DAYS_MS = 172_800_000

/** Every hour: forgets ended sessions, old failed sign-ins, and replies kept for repetitions. */
export const forgetting = ({ database, clock }: Tools): Work => ({
  name: 'forget ended sessions',
  everyMs: 3_600_000,
  byClock: true,
  once: async () => {
    const now = clock()
    await database.inInstance(async tx => {
      await forgetEnded(tx, now, new Date(now.getTime() - IDLE_MS))
      await forgetReplies(tx, new Date(now.getTime() - TWO_DAYS_MS))
    })
    return false
  },
})
