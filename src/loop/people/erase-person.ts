import type { Tx } from '../../platform/database/index.ts'
import { type Erasure, Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { addressesWithKeys } from './addresses-with-keys.ts'
import { objectToMessages } from './object-to-messages.ts'
import { deleteCaught, deletePerson, emptyMessages, keepNumbers, lockPerson, recordErasure } from './queries/erasure.ts'

/**
 * Erases a person: name, addresses, attributes, links, cases and the words of messages and answers. Of an answer its number,
 * month and survey may stay, as nobody's. What stays of the addresses is their HMAC, so that nobody writes to them again.
 */
export async function erasePerson(
  tx: Tx,
  { personId, answers }: Erasure & { personId: string },
  secret: string,
): Promise<{ answersKept: number }> {
  const person = await lockPerson(tx, personId)
  if (!person) throw new Refusal('not_found')
  for (const { channel, address, key } of addressesWithKeys(person, secret)) {
    await objectToMessages(tx, { channel, addressKey: key, reason: 'erasure' })
    if (channel === 'email') await deleteCaught(tx, address)
  }
  await emptyMessages(tx, personId)
  const answersKept = answers === 'numbers' ? await keepNumbers(tx, personId) : 0
  await deletePerson(tx, personId)
  await recordErasure(tx, personId, answers)
  await emit(tx, 'person.erased', personId, {})
  return { answersKept }
}
