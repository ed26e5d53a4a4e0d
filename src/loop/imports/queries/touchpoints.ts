import { sql } from 'kysely'
import type { Bulk, CopyLines } from '../../../platform/database/index.ts'
import { TOUCHPOINT_COLUMNS } from '../rows/touchpoint-row.ts'
import type { Taken } from '../taken.ts'

/** Takes one portion of touchpoints of people we know; rows about anybody else are told. */
export async function takeTouchpoints({ tx, copy }: Bulk, lines: CopyLines): Promise<Taken> {
  await sql`create temporary table incoming (row_number bigint, source_id text, external_id text, email text, email_key text generated always as (lower(email)) stored, kind text, title text,
    body text, state text, amount_cents bigint, currency text, discounted boolean, occurred_at timestamptz, person_id uuid)
    on commit drop`.execute(tx)
  await copy('incoming', TOUCHPOINT_COLUMNS, lines)
  await sql`update incoming i set person_id = (select p.person_id from people p where p.external_id = i.external_id)
    where i.external_id is not null`.execute(tx)
  await sql`update incoming i set person_id = (select p.person_id from people p where p.email_key = i.email_key)
    where i.person_id is null and i.email is not null`.execute(tx)
  const unknown = await sql<{
    row_number: number
  }>`delete from incoming where person_id is null returning row_number`.execute(tx)
  const added = await sql`
    insert into touchpoints (person_id, kind, title, body, state, amount_cents, currency, discounted, source, source_id, occurred_at)
    select person_id, kind, title, body, state, amount_cents, currency, discounted, 'import', source_id, occurred_at
    from incoming order by row_number
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ n: number }>`select count(*) as n from incoming`.execute(tx)
  await sql`drop table incoming`.execute(tx)
  const addedRows = Number(added.numAffectedRows ?? 0)
  return {
    added: addedRows,
    changed: 0,
    known: (rows[0]?.n ?? 0) - addedRows,
    rejected: unknown.rows.map(({ row_number }) => ({ row: row_number, reason: 'person_unknown', role: 'email' })),
  }
}
