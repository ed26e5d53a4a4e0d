import type { Tx } from '../../../platform/database/index.ts'
import {
  isEmailAddress,
  LIFTABLE_REASONS,
  type NewSuppression,
  Refusal,
  type SuppressionListResult,
} from '../../../vocabulary/index.ts'
import { emit, NOBODY } from '../../emit.ts'
import { objectToMessages } from '../../people/index.ts'
import { keysOfAddresses } from './keys-of-addresses.ts'
import { lockSuppressed, noteSuppression, suppressMany, unsuppress } from './queries/suppressions.ts'

/** Suppresses one address by hand. */
export async function addSuppression(
  tx: Tx,
  { address, channel, reason, note }: NewSuppression & { note: string | null },
  secret: string,
): Promise<void> {
  if (!isAddress(channel, address)) throw new Refusal('address_wrong', { address })
  const key = (await keysOfAddresses(tx, secret))(channel, address)
  await objectToMessages(tx, { channel, addressKey: key, reason })
  await noteSuppression(tx, { channel, keys: [key], change: 'added', reason, note })
}

/** Takes in the suppression list of another system: it adds and never removes, and no reason that stands is overwritten. */
export async function takeSuppressionList(
  tx: Tx,
  { items, note }: { items: NewSuppression[]; note: string | null },
  secret: string,
): Promise<SuppressionListResult> {
  const invalid = items.flatMap(({ channel, address }, i) => (isAddress(channel, address) ? [] : [i + 1]))
  const good = items.filter(({ channel, address }) => isAddress(channel, address))
  let added = 0
  for (const [group, keys] of keysByGroup(good, await keysOfAddresses(tx, secret))) {
    const [channel, reason] = group.split(' ') as [NewSuppression['channel'], NewSuppression['reason']]
    added += await suppressMany(tx, channel, reason, keys)
    await noteSuppression(tx, { channel, keys, change: 'added', reason, note })
  }
  await emit(tx, 'suppressions.taken', NOBODY, { added, known: good.length - added })
  return { added, known: good.length - added, invalid }
}

/** The HMACs of a list, each once, by channel and reason. */
function keysByGroup(
  items: NewSuppression[],
  keyOf: (channel: NewSuppression['channel'], address: string) => Buffer,
): Map<string, Buffer[]> {
  const groups = new Map<string, Map<string, Buffer>>()
  for (const { channel, reason, address } of items) {
    const key = keyOf(channel, address)
    const group = groups.get(`${channel} ${reason}`) ?? new Map<string, Buffer>()
    groups.set(`${channel} ${reason}`, group.set(key.toString('hex'), key))
  }
  return new Map([...groups].map(([group, keys]) => [group, [...keys.values()]]))
}

/** Lets an address be written to again, with the reason in the member's words; what the person said, only the person takes back. */
export async function liftSuppression(tx: Tx, suppressionId: string, note: string): Promise<void> {
  const { channel, key } = readSuppressionId(suppressionId)
  const found = await lockSuppressed(tx, channel, key)
  if (!found?.reason) throw new Refusal('not_found')
  if (!LIFTABLE_REASONS.includes(found.reason)) throw new Refusal('suppression_not_liftable', { reason: found.reason })
  await unsuppress(tx, channel, key)
  await noteSuppression(tx, { channel, keys: [key], change: 'lifted', reason: found.reason, note })
  await emit(tx, 'address.readmitted', NOBODY, { channel, reason: found.reason, personId: null })
}

function readSuppressionId(id: string): { channel: 'email' | 'sms'; key: Buffer } {
  const channel = id.startsWith('sms-') ? 'sms' : 'email'
  return { channel, key: Buffer.from(id.slice(channel.length + 1), 'base64url') }
}

const isAddress = (channel: 'email' | 'sms', address: string): boolean =>
  channel === 'sms' ? /^(\+|00)?[\d\s()/.-]{5,25}$/.test(address) : isEmailAddress(address)
