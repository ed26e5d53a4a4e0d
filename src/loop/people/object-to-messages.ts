import type { Tx } from '../../platform/database/index.ts'
import { type Channel, Refusal, type SuppressionReason } from '../../vocabulary/index.ts'
import { emit, NOBODY } from '../emit.ts'
import { addressBy } from './addresses-with-keys.ts'
import { suppress } from './queries/addresses.ts'
import { addressesOf } from './queries/people.ts'

/** From the commit on nothing that asks passes the gate to this address (guarantee G5): both lock the same row. */
export async function objectToMessages(
  tx: Tx,
  given: { channel: Channel; addressKey: Buffer; reason?: SuppressionReason; personId?: string | null },
): Promise<void> {
  const reason = given.reason ?? 'objection'
  if (!(await suppress(tx, given.channel, given.addressKey, reason))) return
  const subject = given.personId ?? NOBODY
  await emit(tx, 'address.suppressed', subject, { channel: given.channel, reason, personId: given.personId ?? null })
}

/** A member notes that a person does not want to be asked (said on the phone, in a reply). */
export async function suppressPerson(
  tx: Tx,
  given: { personId: string; channel: 'email' | 'sms'; reason: 'objection' | 'operator' },
  secret: string,
): Promise<void> {
  const addresses = await addressesOf(tx, given.personId)
  if (!addresses) throw new Refusal('not_found')
  const known = addressBy(given.channel, addresses, secret)
  if (!known) throw new Refusal('address_missing')
  await objectToMessages(tx, { ...given, addressKey: known.key })
}
