import type { Tx } from '../../platform/database/index.ts'
import { type PersonInput, Refusal } from '../../vocabulary/index.ts'
import { readAttributes } from '../attributes/index.ts'
import { emit } from '../emit.ts'
import { enterAgainstWords, keepOwnWords } from './queries/own-words.ts'
import { findPerson, insertPerson, takenField, updatePerson } from './queries/people.ts'

/** `kept` names attributes that were left as the person gave them. */
type Saved = { personId: string; created: boolean; kept: string[] }

/**
 * Adds a person, or changes the one with the same external id or mail address; attributes have to be of their type.
 * Other systems write here again and again, so what people said themselves stays.
 */
export async function savePerson(tx: Tx, input: PersonInput): Promise<Saved> {
  const given = await typed(tx, input)
  if (!given.externalId && !given.email && !given.phone && !given.name) {
    throw new Refusal('body_invalid', { fields: 'email' }, [{ path: 'email', problem: 'or externalId, phone, name' }])
  }
  const known = await findPerson(tx, given)
  const fresh = known ? null : await insertPerson(tx, given)
  if (fresh) {
    await emit(tx, 'person.added', fresh, {})
    return { personId: fresh, created: true, kept: [] }
  }
  // Added by another request while this one looked: found now.
  const personId = known ?? (await findPerson(tx, given))
  if (!personId) throw new Refusal('too_busy', { seconds: 1 })
  const kept = await keepOwnWords(tx, personId, given.attributes ?? {})
  await updateOrSayWhose(tx, personId, { ...given, attributes: without(given.attributes, kept) })
  return { personId, created: false, kept }
}

/** Changes a person by id: somebody means this person, so it also stands against what the person said. */
export async function changePerson(tx: Tx, personId: string, input: PersonInput): Promise<{ personId: string }> {
  const given = await typed(tx, input)
  await enterAgainstWords(tx, personId, given.attributes ?? {})
  if (!(await updateOrSayWhose(tx, personId, given))) throw new Refusal('not_found')
  return { personId }
}

const without = (attributes: PersonInput['attributes'] = {}, names: string[]) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))

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
