import type { Reader, Tx } from '../../../platform/database/index.ts'
import { type DeliveryRules, Refusal } from '../../../vocabulary/index.ts'
import { emit, NOBODY } from '../../emit.ts'
import { domainOf } from './domain-groups.ts'
import { saveOverride, senderRow, upsertRules, wantCheck } from './queries/senders.ts'
import { localDay } from './read-sender.ts'

/** Asks for a look at the DNS; what it found stands in the sender a few seconds later. */
export async function askForCheck(tx: Tx): Promise<void> {
  await wantCheck(tx, await ownDomain(tx))
}

/** An admin lets the sender send more than a few mails a day although it proves nothing yet, and says why; null takes it back. */
export async function overrideSender(tx: Tx, override: { by: string; note: string; at: Date } | null): Promise<void> {
  const domain = await ownDomain(tx)
  await saveOverride(tx, domain, override)
  await emit(tx, 'sender.overridden', NOBODY, { domain, note: override?.note ?? null })
}

/** What the workspace decided about bounces, return path and warming up. */
export async function readRules(reader: Reader): Promise<DeliveryRules> {
  const row = await senderRow(reader)
  return {
    returnAddress: row.return_address,
    softBounces: row.soft_bounces ?? 2,
    softBounceDays: row.soft_bounce_days ?? 30,
    warmUpFirst: row.warm_up_first,
  }
}

/** Changes what is given. */
export async function changeRules(tx: Tx, change: Partial<DeliveryRules>, at: Date): Promise<DeliveryRules> {
  const row = await senderRow(tx)
  const rules = { ...(await readRules(tx)), ...change }
  await upsertRules(tx, rules, localDay(at, row.time_zone))
  // Another return path has other records.
  if (change.returnAddress !== undefined && row.sender_address) await wantCheck(tx, domainOf(row.sender_address))
  return rules
}

async function ownDomain(tx: Tx): Promise<string> {
  const { sender_address } = await senderRow(tx)
  if (!sender_address) throw new Refusal('sender_missing')
  return domainOf(sender_address)
}
