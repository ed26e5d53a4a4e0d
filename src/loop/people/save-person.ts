import type { Tx } from '../../platform/database/index.ts'
import { type PersonInput, Refusal } from '../../vocabulary/index.ts'
import { readAttributes } from '../attributes/index.ts'
import { findPerson, insertPerson, takenField, updatePerson } from './queries/people.ts'

/** Adds a person, or changes the one with the same external id or mail address; attributes have to be of their type. */
export async function savePerson(tx: Tx, input: PersonInput): Promise<{ personId: string; created: boolean }> {
  const given = await typed(tx, input)
  if (!given.externalId && !given.email && !given.phone && !given.name) {
    throw new Refusal('body_invalid', { fields: 'email' }, [{ path: 'email', problem: 'or externalId, phone, name' }])
  }
  const known = await findPerson(tx, given)
  const fresh = known ? null : await insertPerson(tx, given)
  if (fresh) return { personId: fresh, created: true }
  // Added by another request while this one looked: found now.
  const personId = known ?? (await findPerson(tx, given))
  if (!personId) throw new Refusal('too_busy', { seconds: 1 })
  await updateOrSayWhose(tx, personId, given)
  return { personId, created: false }
}

/** Changes a person by id. */
export async function changePerson(tx: Tx, personId: string, input: PersonInput): Promise<{ personId: string }> {
  if (!(await updateOrSayWhose(tx, personId, await typed(tx, input)))) throw new Refusal('not_found')
  return { personId }
}

const typed = async (tx: Tx, input: PersonInput): Promise<PersonInput> =>
  input.attributes ? { ...input, attributes: await readAttributes(tx, input.attributes) } : input

/** Changes a person; refuses what already belongs to another one. */
async function updateOrSayWhose(tx: Tx, personId: string, given: PersonInput): Promise<boolean> {
  try {
    return await updatePerson(tx, personId, given)
  } catch (error) {
    const field = takenField(error)
    if (field) throw new Refusal('person_known', { field }, [{ path: field, problem: 'belongs to another person' }])
    throw error
  }
}
