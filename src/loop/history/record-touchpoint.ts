import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/index.ts'
import { type NewTouchpoint, Refusal } from '../../vocabulary/index.ts'
import { emit } from '../emit.ts'
import { personExists, personWho, standsBefore, upsertTouchpoint } from './queries.ts'

/** Keeps what happened with a person; the same `source` and `sourceId` again changes it instead of doubling it. */
export async function recordTouchpoint(
  tx: Tx,
  personId: string,
  given: NewTouchpoint,
): Promise<{ touchpointId: string; created: boolean }> {
  if (!(await personExists(tx, personId))) throw new Refusal('not_found')
  const sourceId = given.sourceId ?? randomUUID()
  const before = await standsBefore(tx, given.source, sourceId)
  const stored = await upsertTouchpoint(tx, personId, { ...given, sourceId })
  const state = given.state ?? null
  const formerPersonId = before && before.person_id !== personId ? before.person_id : null
  const fact = { personId, formerPersonId, state, before: before?.state ?? null, created: stored.created }
  await emit(tx, 'touchpoint.recorded', stored.touchpoint_id, fact)
  return { touchpointId: stored.touchpoint_id, created: stored.created }
}

/** The same for a person who is known by an external id or a mail address. */
export async function recordTouchpointOf(
  tx: Tx,
  { externalId, email, ...given }: NewTouchpoint & { externalId?: string; email?: string },
): Promise<{ touchpointId: string; created: boolean; personId: string }> {
  const personId = await personWho(tx, { externalId: externalId ?? null, email: email ?? null })
  if (!personId) throw new Refusal('not_found')
  return { personId, ...(await recordTouchpoint(tx, personId, given)) }
}
