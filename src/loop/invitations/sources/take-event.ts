import type { Tx } from '../../../platform/database/index.ts'
import { EventMapping, Refusal } from '../../../vocabulary/index.ts'
import { personWho, recordTouchpoint } from '../../history/index.ts'
import { savePerson } from '../../people/index.ts'
import { insertReceived, type KnownSource, receivedRow, updateReceived } from './queries.ts'
import { readEvent } from './read-event.ts'

/** What became of a body. */
export type Taken = {
  state: 'sample' | 'taken' | 'known' | 'rejected'
  reason: string | null
  field: string | null
  touchpoint_id: string | null
}
type Source = Pick<KnownSource, 'sourceId' | 'name' | 'mapping' | 'addPeople'>

/** Takes a body that another system sent: a touchpoint of a person, or a reason; the same event again changes it. */
export async function takeEvent(tx: Tx, source: Source, body: string, at: Date): Promise<Taken> {
  const taken = await take(tx, source, body, at)
  await insertReceived(tx, source.sourceId, { body, ...taken })
  return taken
}

/** Takes a kept body once more, by the mapping as it is now. */
export async function takeAgain(tx: Tx, source: Source, receivedId: number): Promise<Taken> {
  const received = await receivedRow(tx, source.sourceId, receivedId)
  if (!received) throw new Refusal('not_found')
  const taken = await take(tx, source, received.body, received.received_at)
  await updateReceived(tx, receivedId, taken)
  return taken
}

async function take(tx: Tx, source: Source, body: string, at: Date): Promise<Taken> {
  const mapping = source.mapping === null ? null : EventMapping.parse(source.mapping)
  const { reading, person, touchpoint } = readEvent(body, mapping, source.name, at)
  const against = (state: Taken['state'], reason: string, field: string | null): Taken => ({
    ...{ state, reason, field },
    touchpoint_id: null,
  })
  // Before there is a mapping, what comes is a sample to make it by.
  if (reading.problem === 'no_mapping') return { ...against('sample', 'no_mapping', null), reason: null }
  if (!person || !touchpoint) return against('rejected', reading.problem ?? 'value_invalid', reading.field)
  const known = await personWho(tx, { externalId: person.externalId ?? null, email: person.email ?? null })
  if (!known && !source.addPeople) return against('rejected', 'person_unknown', null)
  const personId = known ?? (await savePerson(tx, person)).personId
  const { touchpointId, created } = await recordTouchpoint(tx, personId, touchpoint)
  return { state: created ? 'taken' : 'known', reason: null, field: null, touchpoint_id: touchpointId }
}
