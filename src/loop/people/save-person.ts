import type { Tx } from '../../platform/database/index.ts'
import { type PersonInput, Refusal } from '../../vocabulary/index.ts'
import { findPerson, insertPerson, updatePerson } from './queries/people.ts'

/** Adds a person, or changes the one with the same external id or mail address. */
export async function savePerson(tx: Tx, given: PersonInput): Promise<{ personId: string; created: boolean }> {
  if (!given.externalId && !given.email && !given.phone && !given.name) {
    throw new Refusal('body_invalid', { fields: 'email' }, [{ path: 'email', problem: 'or externalId, phone, name' }])
  }
  const known = await findPerson(tx, given)
  if (!known) return { personId: await insertPerson(tx, given), created: true }
  await updatePerson(tx, known, given)
  return { personId: known, created: false }
}

/** Changes a person by id. */
export async function changePerson(tx: Tx, personId: string, given: PersonInput): Promise<{ personId: string }> {
  if (!(await updatePerson(tx, personId, given))) throw new Refusal('not_found')
  return { personId }
}
