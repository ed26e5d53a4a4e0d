import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import { partOfPeople } from '../../attributes/index.ts'
import { addresses } from '../../people/index.ts'

/** Counts of people by the value of a field; `suppressed` addresses are looked up beside, by their keys. */
export async function coverageRows(reader: Reader, by: string, since: Date) {
  const part = await partOfPeople(reader, by)
  const { rows } = await sql<{
    value: string | null
    people: number
    noAddress: number
    noBasis: number
    asked: number
    answered: number
  }>`
    select ${part} as value, count(*)::int as people,
      count(*) filter (where email is null and phone is null)::int as "noAddress",
      count(*) filter (where (email is not null or phone is not null) and not exists (
        select from permissions p where p.person_id = people.person_id and p.basis in ('consent', 'existing_customer')
          and ((p.channel = 'email' and people.email is not null) or (p.channel = 'sms' and people.phone is not null))))::int as "noBasis",
      count(*) filter (where exists (select from messages m where m.person_id = people.person_id and m.purpose = 'survey'
        and m.state = 'accepted' and m.accepted_at >= ${since}))::int as asked,
      count(*) filter (where exists (select from responses r where r.person_id = people.person_id and r.state = 'confirmed'
        and r.answered_at >= ${since}))::int as answered
    from people group by 1 order by 2 desc, 1 limit 60`.execute(reader)
  return rows
}

/** People with a basis whose addresses have to be looked up, portion by portion. */
export async function addressedPeople(reader: Reader, by: string, after: string, most: number) {
  const part = await partOfPeople(reader, by)
  const { rows } = await sql<Addressed>`
    select people.person_id as "personId", ${part} as value,
      case when exists (select from permissions p where p.person_id = people.person_id and p.channel = 'email' and p.basis <> 'none') then email end as email,
      case when exists (select from permissions p where p.person_id = people.person_id and p.channel = 'sms' and p.basis <> 'none') then phone end as phone,
      ${addresses.phoneCountry('people')}
    from people where people.person_id > ${after}::uuid order by people.person_id limit ${most}`.execute(reader)
  return rows
}

type Addressed = {
  personId: string
  value: string | null
  email: string | null
  phone: string | null
  phoneCountry: string | null
}
