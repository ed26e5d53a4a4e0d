import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'

/** Ends the hold on sending; since when and why it stood, null where it did not. */
export async function endHold(tx: Tx): Promise<{ since: Date; reason: string | null } | null> {
  const { rows } = await sql<{ since: Date; reason: string | null }>`
    with held as (select sending_held_at as since, sending_held_reason as reason from instance
      where sending_held_at is not null for update)
    update instance set sending_held_at = null, sending_held_reason = null from held
    returning held.since, held.reason`.execute(tx)
  return rows[0] ?? null
}
