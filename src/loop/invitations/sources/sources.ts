import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import { derivedToken, sealSecret, tokenHash } from '../../../platform/secrets/index.ts'
import type { Settings } from '../../../platform/settings.ts'
import {
  EventMapping,
  type EventReading,
  type EventSource,
  type EventSourceChange,
  type ReceivedEvent,
  Refusal,
  type Role,
  roleIncludes,
} from '../../../vocabulary/index.ts'
import { emit } from '../../emit.ts'
import { deleteSource, insertSource, lockSource, receivedRows, sourceRows, updateSource } from './queries.ts'
import { readEvent } from './read-event.ts'
import { takeAgain } from './take-event.ts'

type Row = Awaited<ReturnType<typeof sourceRows>>[number]
type House = Pick<Settings, 'secret' | 'publicUrl'>

/** The key in a source's address: derived, so that it can be shown again and is stored nowhere. */
const keyOf = (house: House, sourceId: string, version: number): string =>
  derivedToken(house.secret, 'event_source', `${sourceId}/${version}`)

/** Where a source's signing secret is sealed for. */
export const placeOf = (sourceId: string): string => `event_sources/${sourceId}`

const sourceOf = (row: Row, house: House, role: Role): EventSource => ({
  sourceId: row.source_id,
  name: row.name,
  address: roleIncludes(role, 'manager')
    ? `${house.publicUrl}/hooks/events/${keyOf(house, row.source_id, row.key_version)}`
    : null,
  signatureHeader: row.signature_header,
  mapping: row.mapping === null ? null : EventMapping.parse(row.mapping),
  addPeople: row.add_people,
  pausedAt: row.paused_at?.toISOString() ?? null,
  received: { taken: row.taken ?? 0, rejected: row.rejected ?? 0, lastAt: row.last_at?.toISOString() ?? null },
})

/** Every source; only who may change it sees its address. */
export async function listSources(reader: Reader, house: House, role: Role): Promise<{ items: EventSource[] }> {
  return { items: (await sourceRows(reader, null)).map(row => sourceOf(row, house, role)) }
}

/** One source. */
export async function readSource(reader: Reader, sourceId: string, house: House, role: Role): Promise<EventSource> {
  const [row] = await sourceRows(reader, sourceId)
  if (!row) throw new Refusal('not_found')
  return sourceOf(row, house, role)
}

/** A new address for another system; what comes before there is a mapping is kept as a sample. */
export async function makeSource(tx: Tx, name: string, house: House, role: Role): Promise<EventSource> {
  const sourceId = randomUUID()
  const source = { source_id: sourceId, name, key_hash: tokenHash(keyOf(house, sourceId, 1)) }
  if (!(await insertSource(tx, source))) throw new Refusal('event_source_known')
  await emit(tx, 'event-source.made', sourceId, { name })
  return readSource(tx, sourceId, house, role)
}

/** Changes how a source is read, who may tell, or its address. */
export async function changeSource(
  tx: Tx,
  sourceId: string,
  change: EventSourceChange,
  { house, role, at }: { house: House; role: Role; at: Date },
): Promise<EventSource> {
  const source = await lockSource(tx, sourceId)
  if (!source) throw new Refusal('not_found')
  const { mapping, addPeople, paused, signature, newKey } = change
  const version = source.key_version + (newKey ? 1 : 0)
  const secret = signature ? sealSecret(house.secret, placeOf(sourceId), signature.secret).toString('base64') : null
  await updateSource(tx, sourceId, {
    key_version: version,
    key_hash: tokenHash(keyOf(house, sourceId, version)),
    ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
    ...(addPeople === undefined ? {} : { add_people: addPeople }),
    ...(paused === undefined ? {} : { paused_at: paused ? at : null }),
    ...(signature === undefined ? {} : { signature_header: signature?.header ?? null, signature_secret: secret }),
  })
  return readSource(tx, sourceId, house, role)
}

/** Removes a source: its address is worthless from now on; what it told stays. */
export async function removeSource(tx: Tx, sourceId: string): Promise<void> {
  const removed = await deleteSource(tx, sourceId)
  if (!removed) throw new Refusal('not_found')
  await emit(tx, 'event-source.removed', sourceId, { name: removed.name })
}

/** The last bodies that a source received. */
export async function listReceived(reader: Reader, sourceId: string): Promise<{ items: ReceivedEvent[] }> {
  if ((await sourceRows(reader, sourceId)).length === 0) throw new Refusal('not_found')
  const rows = await receivedRows(reader, sourceId)
  return {
    items: rows.map(({ received_id, state, reason, field, body, received_at }) => ({
      ...{ state, reason, field, body },
      receivedId: String(received_id),
      receivedAt: received_at.toISOString(),
    })),
  }
}

/** What a mapping would make of a body; changes nothing. */
export async function tryMapping(
  reader: Reader,
  sourceId: string,
  given: { body: string; mapping: EventMapping },
  at: Date,
): Promise<EventReading> {
  const [row] = await sourceRows(reader, sourceId)
  if (!row) throw new Refusal('not_found')
  return readEvent(given.body, given.mapping, row.name, at).reading
}

/** Takes a kept body again, by the mapping as it is now. */
export async function takeReceivedAgain(
  tx: Tx,
  sourceId: string,
  receivedId: string,
): Promise<{ state: string; reason: string | null; field: string | null }> {
  const source = await lockSource(tx, sourceId)
  if (!source) throw new Refusal('not_found')
  const { name, mapping, add_people: addPeople } = source
  const { state, reason, field } = await takeAgain(tx, { sourceId, name, mapping, addPeople }, Number(receivedId))
  return { state, reason, field }
}
