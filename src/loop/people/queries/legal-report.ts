import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import { BUDGETED_PURPOSES } from '../../../vocabulary/index.ts'

type Channel = 'email' | 'sms'

/** What the law asks of the evidence, by basis. */
export const NEEDED = {
  consent: ['text', 'givenAt', 'source'],
  existing_customer: ['sale', 'soldAt', 'notice', 'noticeShownAt'],
} as const

/** How many people there are, how many can be reached, and on which basis. */
export async function basisTally(reader: Reader, channel: Channel) {
  const address = channel === 'sms' ? sql`people.phone` : sql`people.email`
  const { rows } = await sql<{ basis: string; people: number; reachable: number }>`
    select coalesce(p.basis, 'none') as basis, count(*)::int as people, count(${address})::int as reachable
    from people left join permissions p on p.person_id = people.person_id and p.channel = ${channel} group by 1`.execute(
    reader,
  )
  return rows
}

/** How many bases lack a fact, by basis and fact. */
export async function missingTally(reader: Reader, channel: Channel) {
  const needed = Object.entries(NEEDED).flatMap(([basis, facts]) => facts.map(fact => ({ basis, fact })))
  const { rows } = await sql<{ fact: string; people: number }>`
    select n.fact, count(*)::int as people
    from unnest(${needed.map(one => one.basis)}::text[], ${needed.map(one => one.fact)}::text[]) as n (basis, fact)
    join permissions p on p.channel = ${channel} and p.basis = n.basis and coalesce(p.evidence ->> n.fact, '') = ''
    group by n.fact`.execute(reader)
  return rows
}

/** How old consents are in whole years, three and more together; those without a readable time are missing evidence. */
export async function ageTally(reader: Reader, channel: Channel, at: Date) {
  const { rows } = await sql<{ years: number; people: number }>`
    select least(3, greatest(0, floor(extract(epoch from ${at}::timestamptz - given_at) / 31557600)))::int as years, count(*)::int as people
    from (select case when evidence ->> 'givenAt' ~ '^\\d{4}-\\d{2}-\\d{2}' then substr(evidence ->> 'givenAt', 1, 10)::date::timestamptz end as given_at
      from permissions where channel = ${channel} and basis = 'consent') as g
    where given_at is not null group by 1 order by 1`.execute(reader)
  return rows
}

/** Consents that the owner of the address confirmed, and those that still wait for it. */
export async function optInTally(reader: Reader, channel: Channel, at: Date) {
  const { rows } = await sql<{ confirmed: number; waiting: number }>`
    select (select count(*)::int from permissions where channel = ${channel} and basis = 'consent' and evidence ? 'confirmedAt') as confirmed,
      (select count(distinct person_id)::int from opt_ins where channel = ${channel} and confirmed_at is null and expires_at > ${at}) as waiting`.execute(
    reader,
  )
  return rows[0] ?? { confirmed: 0, waiting: 0 }
}

/**
 * What left and asked or advertised, how much of it had no basis by the ledger at that moment, and how much left after an
 * objection that stood then. People who are gone took their bases with them and are not judged.
 */
export async function sentTally(reader: Reader, channel: Channel) {
  const { rows } = await sql<{ sent: number; withoutBasis: number; afterObjection: number }>`
    select count(*)::int as sent,
      count(*) filter (where m.person_id is not null and coalesce((select r.basis from permission_records r
        where r.workspace_id = m.workspace_id and r.person_id = m.person_id and r.channel = m.channel and r.kind = 'basis'
          and r.recorded_at <= m.gated_at order by r.record_id desc limit 1), 'none') = 'none')::int as "withoutBasis",
      count(*) filter (where a.suppressed_at <= m.gated_at)::int as "afterObjection"
    from messages m left join addresses a on a.workspace_id = m.workspace_id and a.channel = m.channel
      and a.address_key = m.address_key and a.suppression_reason in ('objection', 'complaint', 'erasure')
    where m.channel = ${channel} and m.purpose = any(${[...BUDGETED_PURPOSES]}::text[])
      and m.state in ('gate', 'accepted', 'unknown')`.execute(reader)
  return rows[0] ?? { sent: 0, withoutBasis: 0, afterObjection: 0 }
}

/** Records drawn at random, a few of each kind. */
export async function sampleRecords(reader: Reader, ofEach: number) {
  const ranked = reader
    .selectFrom('permission_records as r')
    .innerJoin('people as p', join =>
      join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.person_id', '=', 'r.person_id'),
    )
    .select(['r.record_id', 'r.channel', 'r.kind', 'r.basis', 'r.evidence', 'r.recorded_by', 'r.recorded_at'])
    .select(['p.person_id', 'p.name'])
    .select(sql<number>`row_number() over (partition by r.kind, r.basis order by random())`.as('place'))
  return reader.selectFrom(ranked.as('s')).selectAll().where('place', '<=', ofEach).execute()
}

/** The company that the report is about. */
export const companyName = (reader: Reader) => reader.selectFrom('workspaces').select('name').executeTakeFirstOrThrow()
