import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { AttributeDefinitions, Audience, AudienceFilter } from '../../../vocabulary/index.ts'
import { isOneOf, PEOPLE, partsOf, readDefinitions } from '../../attributes/index.ts'

/** The condition on `people` that an audience means. */
export async function inAudience(reader: Reader, audience: Audience): Promise<RawBuilder<boolean>> {
  if (audience.kind === 'all') return sql<boolean>`true`
  if (audience.kind === 'selection') return sql<boolean>`people.person_id = any(${audience.personIds}::uuid[])`
  const definitions = await readDefinitions(reader)
  const conditions = audience.filters.map(filter => filterOf(definitions, filter))
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

const filterOf = (definitions: AttributeDefinitions, { field, values }: AudienceFilter) =>
  field.startsWith(ATTRIBUTE)
    ? isOneOf(definitions, field.slice(ATTRIBUTE.length), values, PEOPLE)
    : sql`${sql.ref(`people.${field}`)} = any(${values}::text[])`

const ATTRIBUTE = 'attributes.'

/** Every field to choose by with its 20 most frequent values, for at most 30 attributes with few distinct values. */
export async function audienceFields(reader: Reader): Promise<{ field: string; value: string; people: number }[]> {
  const parts = partsOf(await readDefinitions(reader), PEOPLE)
  const rows = await sql<{ field: string; value: string; people: number }>`
    with facts as (
      select 'country' as field, country as value from people where country is not null
      union all select 'language', language from people where language is not null
      union all select 'company', company from people where company is not null
      union all select 'attributes.' || part.key, part.value from people cross join lateral ${parts} part where part.value is not null
    ), counted as (
      select field, value, count(*)::int as people from facts group by field, value
    ), ranked as (
      select *, row_number() over (partition by field order by people desc, value) as place,
        count(*) over (partition by field) as different, sum(people) over (partition by field) as total
      from counted
    )
    select field, value, people from ranked
    where place <= 20 and (different <= 20 or total >= different * 3) order by field, place limit 800
  `.execute(reader)
  return rows.rows
}
