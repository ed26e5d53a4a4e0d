import type { Reader, Tx } from '../../platform/database/index.ts'
import { type ErasureRequest, Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { addressesWithKeys } from './addresses-with-keys.ts'
import { objectToMessages } from './object-to-messages.ts'
import { erasureRequestRows, insertErasureRequest } from './queries/erasure.ts'
import { addressesOf } from './queries/people.ts'

/** A person wants to be deleted: the team has 30 days, and from the commit on nobody asks this person any more. */
export async function requestErasure(
  tx: Tx,
  { personId, requestedBy }: { personId: string; requestedBy: string },
  secret: string,
): Promise<{ dueOn: string }> {
  const noted = await insertErasureRequest(tx, personId, requestedBy)
  if (!noted) throw new Refusal('not_found')
  const person = await addressesOf(tx, personId)
  for (const { channel, key } of person ? addressesWithKeys(person, secret) : [])
    await objectToMessages(tx, { channel, addressKey: key, personId })
  if (noted.isNew) await emit(tx, 'person.erasure-requested', personId, { dueOn: noted.dueOn })
  return { dueOn: noted.dueOn }
}

/** Everybody who asked for deletion and still waits, the most urgent first. */
export async function listErasureRequests(reader: Reader): Promise<{ items: ErasureRequest[] }> {
  const rows = await erasureRequestRows(reader)
  const items = rows.map(row => ({
    personId: row.person_id,
    name: row.name,
    email: row.email,
    requestedAt: row.requested_at.toISOString(),
    dueOn: row.due_on,
  }))
  return { items }
}
