import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { Audience, AudienceFilter } from '../../../vocabulary/index.ts'

/** The condition on `people` that an audience means. */
export function inAudience(audience: Audience): RawBuilder<boolean> {
  if (audience.kind === 'all') return sql<boolean>`true`
  if (audience.kind === 'selection') return sql<boolean>`people.person_id = any(${audience.personIds}::uuid[])`
  return sql<boolean>`(${sql.join(audience.filters.map(filterOf), sql` and `)})`
}

const filterOf = ({ field, values }: AudienceFilter) =>
  field.startsWith('attributes.')
    ? sql`people.attributes ->> ${field.slice('attributes.'.length)} = any(${values}::text[])`
    : sql`${sql.ref(`people.${field}`)} = any(${values}::text[])`

/** Every field to choose by with its 20 most frequent values, for at most 30 attributes with few distinct values. */
export async function audienceFields(reader: Reader): Promise<{ field: string; value: string; people: number }[]> {
  const rows = await sql<{ field: string; value: string; people: number }>`
    with facts as (
      select 'country' as field, country as value from people where country is not null
      union all select 'language', language from people where language is not null
      union all select 'company', company from people where company is not null
      union all select 'attributes.' || key, value from people, jsonb_each_text(attributes) where value is not null
    ), counted as (
      select field, value, count(*)::int as people from facts group by field, value
    ), ranked as (
      select *, row_number() over (partition by field order by people desc, value) as place,
        count(*) over (partition by field) as different, sum(people) over (partition by field) as total
      from counted
    )
    select field, value, people from ranked
    where place <= 20 and (different <= 20 or total >= different * 3) order by field, place limit 800
  `.execute(reader as never)
  return rows.rows
}
