import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { AttributeBand, AttributeDefinition } from '../../../vocabulary/index.ts'
import { bandOf, measureOf, PEOPLE } from './parts.ts'

/** The attributes that stand at people, with how many have each. */
export async function occurringAttributes(reader: Reader): Promise<{ name: string; people: number }[]> {
  const { rows } = await sql<{ name: string; people: number }>`
    select key as name, count(*)::int as people from people, jsonb_object_keys(people.attributes) key
    group by 1 order by 2 desc, 1 limit 200`.execute(reader)
  return rows
}

/** What values look like, from the people changed last: how many different ones, and the most frequent hundred. */
export async function valuesOf(reader: Reader): Promise<{ name: string; different: number; values: string[] }[]> {
  const { rows } = await sql<{ name: string; different: number; values: string[] }>`
    with newest as (select attributes from people order by created_at desc limit 2000),
    counted as (select key, left(value, 60) as value, count(*) as n from newest, jsonb_each_text(newest.attributes)
      where value is not null group by 1, 2),
    ranked as (select *, row_number() over (partition by key order by n desc, value) as place from counted)
    select key as name, count(*)::int as different, array_agg(value order by place) filter (where place <= 100) as values
    from ranked group by 1`.execute(reader)
  return rows
}

type Measured = Pick<AttributeDefinition, 'name' | 'type'>

/** How many people have an attribute. */
export async function peopleWith(reader: Reader, name: string): Promise<number> {
  const { rows } = await sql<{
    people: number
  }>`select count(*)::int as people from people where people.attributes ? ${name}::text`.execute(reader)
  return rows[0]?.people ?? 0
}

/** How many people fall into each band that an attribute would have. */
export async function peopleByBand(reader: Reader, { name, type, bands }: Measured & { bands: AttributeBand[] }) {
  const { rows } = await sql<{ band: string; people: number }>`
    select ${bandOf({ name, type }, bands, PEOPLE)} as band, count(*)::int as people from people
    where people.attributes ? ${name}::text group by 1`.execute(reader)
  return new Map(rows.map(({ band, people }) => [band, people]))
}

/** Some values that cannot be read as a number or a date, and how many people have one. */
export async function unreadableValues(reader: Reader, { name, type }: Measured) {
  const { rows } = await sql<{ value: string; people: number }>`
    select left(people.attributes ->> ${name}::text, 60) as value, count(*)::int as people from people
    where people.attributes ? ${name}::text and ${measureOf(type, name, PEOPLE)} is null group by 1 order by 2 desc, 1`.execute(
    reader,
  )
  return { people: rows.reduce((sum, { people }) => sum + people, 0), examples: rows.slice(0, 3).map(row => row.value) }
}

/** The measures that divide people into four parts of about equal size. */
export async function quartersOf(reader: Reader, { name, type }: Measured) {
  const { rows } = await sql<{ bounds: number[] | null }>`
    select percentile_cont(array[0.25, 0.5, 0.75]::float8[]) within group (order by ${measureOf(type, name, PEOPLE)}) as bounds
    from people where people.attributes ? ${name}::text`.execute(reader)
  return rows[0]?.bounds ?? null
}
