import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { Work } from '../../../platform/work-loop.ts'
import { waveMessages } from '../../messages/index.ts'
import { lockReminder, mailedBetween, markReminded, reminderDue } from './queries.ts'

const DAY_MS = 86_400_000
const PORTION = 2000
/** A reminder that a long pause delayed by more than this is not sent any more. */
const LATEST_DAYS = 7
const LATEST_SEND_MS = 48 * 3_600_000

/** Queues a reminder for those of the next portion who have not answered; returns how many. The gate looks again. */
export async function remind(tx: Tx, waveId: string, step: number, at: Date): Promise<number> {
  const reminder = await lockReminder(tx, waveId, step)
  if (!reminder) return 0
  const before = new Date(at.getTime() - reminder.after_days * DAY_MS)
  const mailed = await mailedBetween(tx, { waveId, step, until: reminder.until, before, most: PORTION, at })
  const last = mailed.at(-1)
  if (!last) return 0
  const earliest = before.getTime() - LATEST_DAYS * DAY_MS
  const silent = mailed.filter(one => one.silent && new Date(one.sentAt).getTime() >= earliest)
  const times = { notBefore: at, expiresAt: new Date(at.getTime() + LATEST_SEND_MS) }
  let queued = 0
  for (const channel of ['email', 'sms'] as const) {
    const people = silent.filter(one => one.channel === channel)
    const wave = { waveId, step, channel, purpose: 'reminder' as const, ...times }
    if (people.length > 0) queued += await waveMessages.queue(tx, wave, people)
  }
  await markReminded(tx, waveId, step, last.sentAt)
  return queued
}

/** Reminds in the background. */
export const reminding = (tools: Tools): Work => ({
  name: 'reminding',
  once: async () => {
    const at = tools.clock()
    const next = await reminderDue(tools.database, at)
    if (!next) return false
    const scope = { workspaceId: next.workspaceId, actor: 'echolot' }
    await tools.database.inWorkspace(scope, tx => remind(tx, next.waveId, next.step, at))
    return true
  },
})
