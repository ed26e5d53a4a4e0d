import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/index.ts'
import { type NewTouchpoint, Refusal } from '../../vocabulary/index.ts'
import { personExists, upsertTouchpoint } from './queries.ts'

/** Keeps what happened with a person; the same `source` and `sourceId` again changes it instead of doubling it. */
export async function recordTouchpoint(
  tx: Tx,
  personId: string,
  given: NewTouchpoint,
): Promise<{ touchpointId: string; created: boolean }> {
  if (!(await personExists(tx, personId))) throw new Refusal('not_found')
  const stored = await upsertTouchpoint(tx, personId, { ...given, sourceId: given.sourceId ?? randomUUID() })
  return { touchpointId: stored.touchpoint_id, created: stored.created }
}
