import type { Tx } from '../../../platform/database/index.ts'
import { emit } from '../../emit.ts'
import { objectToMessages } from '../../people/index.ts'
import {
  foldOutcome,
  insertComplained,
  insertReport,
  type Report,
  restAddress,
  settleUnknown,
  softBounceRule,
  softBouncesInRow,
} from './queries/reports.ts'
import { watchComplaints } from './watch-complaints.ts'

const DAY_MS = 86_400_000
/** As listmonk does it: one hard bounce or complaint ends it, two soft bounces let the address rest. */
const USUAL_SOFT_BOUNCES = 2
const USUAL_REST_DAYS = 30

/** Writes what was reported about a message and draws the consequence, once however often it is told (case M4); false when it is known. */
export async function recordReport(tx: Tx, report: Report & { personId?: string | null }, at: Date): Promise<boolean> {
  if (!(await insertReport(tx, report, at))) return false
  const { messageId, channel, addressKey, kind, personId = null } = report
  if (messageId) {
    await foldOutcome(tx, messageId, kind)
    // Guarantee G4, step 5: whoever reports on it has it.
    if (await settleUnknown(tx, messageId, at))
      await emit(tx, 'message.accepted', messageId, { personId, invitationId: null, channel })
    await emit(tx, 'message.reported', messageId, { kind, source: report.source, personId })
  }
  if (kind === 'hard_bounce') await objectToMessages(tx, { channel, addressKey, personId, reason: 'hard_bounce' })
  if (kind === 'complaint') {
    await insertComplained(tx, channel, addressKey)
    await objectToMessages(tx, { channel, addressKey, personId, reason: 'complaint' })
    await watchComplaints(tx, at)
  }
  if (kind === 'soft_bounce') await countSoftBounce(tx, report, at)
  return true
}

async function countSoftBounce(tx: Tx, { channel, addressKey }: Report, at: Date): Promise<void> {
  const rule = await softBounceRule(tx)
  const most = rule?.soft_bounces ?? USUAL_SOFT_BOUNCES
  if (most === 0 || (await softBouncesInRow(tx, channel, addressKey, at)) < most) return
  const days = rule?.soft_bounce_days ?? USUAL_REST_DAYS
  await restAddress(tx, channel, addressKey, new Date(at.getTime() + days * DAY_MS))
}
