import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { Basis, Channel, RecordKind } from '../../../vocabulary/index.ts'
import { phoneCountry } from './people.ts'

/** A line to be added. */
export type NewRecord = {
  personId: string | null
  channel: Channel
  kind: RecordKind
  basis?: Basis
  evidence: object
  addressKey?: Buffer
  recordedBy: string | null
}

/** Adds a line to the ledger; nothing ever changes one. */
export async function insertRecord(tx: Tx, record: NewRecord): Promise<void> {
  await tx
    .insertInto('permission_records')
    .values({
      person_id: record.personId,
      channel: record.channel,
      kind: record.kind,
      basis: record.basis ?? null,
      evidence: JSON.stringify(record.evidence),
      address_key: record.addressKey ?? null,
      recorded_by: record.recordedBy,
    })
    .execute()
}

/** The lines about a person or one of their addresses, the newest first. */
export const recordsOf = (reader: Reader, personId: string, keys: Buffer[]) =>
  reader
    .selectFrom('permission_records')
    .select(['record_id', 'channel', 'kind', 'basis', 'evidence', 'recorded_by', 'recorded_at'])
    .where(eb => eb.or([eb('person_id', '=', personId), eb('address_key', '=', sql<Buffer>`any(${keys}::bytea[])`)]))
    .orderBy('record_id', 'desc')
    .limit(500)
    .execute()

/** The basis of a person on a channel, replaced with its evidence; the ledger keeps what stood before. */
export async function replaceBasis(
  tx: Tx,
  given: { personId: string; channel: Channel; basis: Basis; evidence: object; recordedBy: string | null; at: Date },
): Promise<void> {
  await sql`
    insert into permissions (person_id, channel, basis, evidence, recorded_by, recorded_at)
    values (${given.personId}, ${given.channel}, ${given.basis}, ${JSON.stringify(given.evidence)}::jsonb, ${given.recordedBy}, ${given.at})
    on conflict (workspace_id, person_id, channel) do update set basis = excluded.basis, evidence = excluded.evidence,
      recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(tx)
}

/** What stands about addresses: suppression and wishes. */
export const addressRows = (reader: Reader, keys: Buffer[]) =>
  reader
    .selectFrom('addresses')
    .select(['channel', 'address_key', 'suppressed_at', 'suppression_reason', 'paused_until', 'surveys_only'])
    .where('address_key', '=', sql<Buffer>`any(${keys}::bytea[])`)
    .execute()

/** Notes how often an address wants to hear; under the lock that the gate takes. */
export async function upsertWishes(
  tx: Tx,
  { channel, key }: { channel: Channel; key: Buffer },
  wishes: { pausedUntil: Date | null; surveysOnly: boolean },
): Promise<void> {
  await sql`
    insert into addresses (channel, address_key, paused_until, surveys_only)
    values (${channel}, ${key}, ${wishes.pausedUntil}, ${wishes.surveysOnly})
    on conflict (workspace_id, channel, address_key) do update set paused_until = excluded.paused_until,
      surveys_only = excluded.surveys_only`.execute(tx)
}

/** Ends an objection because the person who made it says so; nothing else is ever ended. */
export async function readmit(tx: Tx, channel: Channel, key: Buffer): Promise<boolean> {
  const result = await sql`
    update addresses set suppressed_at = null, suppression_reason = null
    where channel = ${channel} and address_key = ${key} and suppression_reason = 'objection'`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** The person who was written to at an address, the last one first. */
export const personBehind = (reader: Reader, key: Buffer) =>
  reader
    .selectFrom('messages')
    .select('person_id')
    .where('address_key', '=', key)
    .where('person_id', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What the pages of permissions show of a person. */
export const standingRow = (reader: Reader, personId: string) =>
  reader
    .selectFrom('people as p')
    .innerJoin('workspaces as w', 'w.workspace_id', 'p.workspace_id')
    .select(['p.person_id', 'p.name', 'p.email', 'p.phone', 'p.language', 'w.name as company', phoneCountry('p')])
    .where('p.person_id', '=', personId)
    .executeTakeFirst()
