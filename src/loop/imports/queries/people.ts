import { sql } from 'kysely'
import type { Bulk, CopyLines } from '../../../platform/database/index.ts'
import { PERSON_COLUMNS } from '../rows/person-row.ts'
import type { Taken } from '../taken.ts'

/** Takes one portion of people: objections first, then those who are known are completed, never blanked, the rest is added. */
export async function takePeople({ tx, copy }: Bulk, lines: CopyLines): Promise<Taken> {
  await sql`create temporary table incoming (row_number bigint, external_id text, email text, email_key text generated always as (lower(email)) stored, phone text, name text, company text,
    language text, country text, time_zone text, attributes jsonb, suppression_reason text, suppressed_at timestamptz,
    address_key bytea, person_id uuid) on commit drop`.execute(tx)
  await copy('incoming', PERSON_COLUMNS, lines)
  await stopAddresses({ tx })
  const rejected = await findPeople({ tx })
  const kept = await leaveOthersValues({ tx })
  const changed = await completePeople({ tx })
  const added = await addPeople({ tx })
  const { rows } = await sql<{ n: number }>`select count(*) as n from incoming`.execute(tx)
  await sql`drop table incoming`.execute(tx)
  return { added, changed, known: (rows[0]?.n ?? 0) - changed - added, kept, rejected }
}

/** Objections and bounces that came along; what stands already is never weakened (guarantee G5). */
async function stopAddresses({ tx }: Pick<Bulk, 'tx'>): Promise<void> {
  await sql`
    insert into addresses (channel, address_key, suppressed_at, suppression_reason)
    select distinct on (address_key) 'email', address_key, coalesce(suppressed_at, now()), suppression_reason
    from incoming where address_key is not null order by address_key, suppression_reason desc
    on conflict (workspace_id, channel, address_key) do update
      set suppressed_at = excluded.suppressed_at, suppression_reason = excluded.suppression_reason
      where addresses.suppressed_at is null
        or (addresses.suppression_reason = 'hard_bounce' and excluded.suppression_reason = 'objection')`.execute(tx)
}

/** Who is known; rows whose mail address belongs to somebody else are taken out and told. */
async function findPeople({ tx }: Pick<Bulk, 'tx'>): Promise<Taken['rejected']> {
  await sql`update incoming i set person_id = (select p.person_id from people p where p.external_id = i.external_id)
    where i.external_id is not null`.execute(tx)
  await sql`update incoming i set person_id = (select p.person_id from people p
      where p.email_key = i.email_key and (i.external_id is null or p.external_id is null))
    where i.person_id is null and i.email is not null`.execute(tx)
  const { rows } = await sql<{ row_number: number }>`
    delete from incoming i using people p
    where i.email is not null and p.email_key = i.email_key and p.person_id is distinct from i.person_id
    returning i.row_number`.execute(tx)
  const twins = await sql<{ row_number: number }>`
    delete from incoming i using incoming first
    where first.email_key = i.email_key and first.row_number < i.row_number
      and first.external_id is not null and i.external_id is not null and first.external_id <> i.external_id
    returning i.row_number`.execute(tx)
  return [...rows, ...twins.rows].map(({ row_number }) => ({
    row: row_number,
    reason: 'email_of_another',
    role: 'email',
  }))
}

/** What is computed, and what people said themselves, is not the file's to change; says how many other values wait beneath the latter. */
async function leaveOthersValues({ tx }: Pick<Bulk, 'tx'>): Promise<number> {
  await leaveComputed({ tx })
  const { rows } = await sql<{ differs: boolean }>`
    update attribute_origins o set given = i.attributes -> o.name from incoming i join people p on p.person_id = i.person_id
    where o.person_id = i.person_id and i.attributes ? o.name
    returning p.attributes -> o.name is distinct from i.attributes -> o.name as differs`.execute(tx)
  await sql`update incoming i set attributes = i.attributes - array(
      select o.name from attribute_origins o where o.person_id = i.person_id)
    where i.person_id is not null and exists (select from attribute_origins)`.execute(tx)
  return rows.filter(({ differs }) => differs).length
}

/** A rule may have been made while the file was being read. */
export const leaveComputed = ({ tx }: Pick<Bulk, 'tx'>) =>
  sql`update incoming set attributes = attributes - rules.names
    from (select array_agg(name) as names from attribute_definitions where source = 'computed' and archived_at is null) rules
    where attributes ?| rules.names`.execute(tx)

async function completePeople({ tx }: Pick<Bulk, 'tx'>): Promise<number> {
  const result = await sql`
    update people p set external_id = coalesce(i.external_id, p.external_id), email = coalesce(i.email, p.email),
      phone = coalesce(i.phone, p.phone), name = coalesce(i.name, p.name), company = coalesce(i.company, p.company),
      language = coalesce(i.language, p.language), country = coalesce(i.country, p.country),
      time_zone = coalesce(i.time_zone, p.time_zone), attributes = p.attributes || i.attributes, changed_at = now()
    from (select distinct on (person_id) * from incoming where person_id is not null order by person_id, row_number desc) i
    where p.person_id = i.person_id
      and (coalesce(i.external_id, p.external_id), coalesce(i.email, p.email), coalesce(i.phone, p.phone), coalesce(i.name, p.name),
        coalesce(i.company, p.company), coalesce(i.language, p.language), coalesce(i.country, p.country),
        coalesce(i.time_zone, p.time_zone), p.attributes || i.attributes)
      is distinct from (p.external_id, p.email, p.phone, p.name, p.company, p.language, p.country, p.time_zone, p.attributes)`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}

/** Adds the rest; of rows about the same person in one portion the last says most. */
async function addPeople({ tx }: Pick<Bulk, 'tx'>): Promise<number> {
  const result = await sql`
    insert into people (external_id, email, phone, name, company, language, country, time_zone, attributes)
    select distinct on (coalesce(email_key, 'id:' || external_id))
      external_id, email, phone, name, company, language, country, time_zone, attributes
    from incoming where person_id is null
    order by coalesce(email_key, 'id:' || external_id), (external_id is null), row_number desc
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
