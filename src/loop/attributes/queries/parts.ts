import { type RawBuilder, sql } from 'kysely'
import {
  type AttributeBand,
  type AttributeDefinition,
  type AttributeDefinitions,
  type AttributeType,
  BELOW,
  bandNames,
  isShaped,
} from '../../../vocabulary/index.ts'

/** Where values stand: all of them, one as jsonb and as text by name, and the moment at which an age is meant. */
export type Holder = {
  attributes: RawBuilder<unknown>
  value: (name: string) => RawBuilder<unknown>
  text: (name: string) => RawBuilder<unknown>
  at: RawBuilder<unknown>
}

const MOST_LEVELS = 4

/** People with what stands about them now; the country has a column of its own. */
export const PEOPLE: Holder = {
  attributes: sql.ref('people.attributes'),
  value: name =>
    name === 'country'
      ? sql`coalesce(people.attributes -> 'country', to_jsonb(people.country))`
      : sql`(people.attributes -> ${name}::text)`,
  text: name =>
    name === 'country'
      ? sql`coalesce(people.attributes ->> 'country', people.country)`
      : sql`(people.attributes ->> ${name}::text)`,
  at: sql`now()`,
}

/** Answers of table `alias`, with what stood about people when they answered. */
export const answersAt = (alias: string): Holder => ({
  attributes: sql.ref(`${alias}.attributes`),
  value: name => sql`(${sql.ref(`${alias}.attributes`)} -> ${name}::text)`,
  text: name => sql`(${sql.ref(`${alias}.attributes`)} ->> ${name}::text)`,
  at: sql.ref(`${alias}.answered_at`),
})

/** The part a value belongs to, as text: its band, yes or no, itself below what is above it; null where it is unreadable. */
export function partOf(
  definitions: AttributeDefinitions,
  name: string,
  holder: Holder,
  levels = MOST_LEVELS,
): RawBuilder<unknown> {
  const definition = definitions.get(name)
  const text = holder.text(name)
  if (!definition) return text
  if (definition.bands) return bandOf(definition, definition.bands, holder)
  if (definition.type === 'flag') return flagOf(text)
  if (definition.parent === null || levels === 0) return text
  const above = partOf(definitions, definition.parent, holder, levels - 1)
  return sql`(coalesce(${above} || ${BELOW}::text, '') || ${text})`
}

/** One of the values is the part, or what stands itself: filters that were saved before a definition go on to mean the same. */
export function isOneOf(
  definitions: AttributeDefinitions,
  name: string,
  values: string[],
  holder: Holder,
): RawBuilder<boolean> {
  const plain = sql<boolean>`${holder.text(name)} = any(${values}::text[])`
  if (!isShaped(definitions.get(name))) return plain
  return sql<boolean>`(${partOf(definitions, name, holder)} = any(${values}::text[]) or ${plain})`
}

/** Every attribute as rows (key, value) with its part. */
export function partsOf(definitions: AttributeDefinitions, holder: Holder): RawBuilder<unknown> {
  const { attributes } = holder
  const shaped = [...definitions.values()].filter(isShaped).map(({ name }) => name)
  const plain = sql`jsonb_each_text(${attributes})`
  if (shaped.length === 0) return plain
  const rows = shaped.map(name => sql`(${name}::text, ${partOf(definitions, name, holder)})`)
  return sql`(select * from jsonb_each_text(${attributes} - ${shaped}::text[])
    union all select * from (values ${sql.join(rows)}) shaped(key, value))`
}

/** The name of the band a value falls into. */
export function bandOf(
  { type, name }: Pick<AttributeDefinition, 'type' | 'name'>,
  bands: readonly AttributeBand[],
  holder: Holder,
): RawBuilder<unknown> {
  return sql`(${bandNames(bands)}::text[])[width_bucket(${measureOf(type, name, holder)}, ${boundsOf(bands)}::float8[]) + 1]`
}

const boundsOf = (bands: readonly AttributeBand[]) => bands.flatMap(({ below }) => (below === null ? [] : [below]))

/** What is measured with bounds: the number itself, or whole years since a date. */
export const measureOf = (type: AttributeType, name: string, { value, text, at }: Holder): RawBuilder<unknown> =>
  type === 'date' ? yearsOf(text(name), at) : numberOf(value(name), text(name))

/** A number, or one that came as text, also with a decimal comma. */
const numberOf = (value: RawBuilder<unknown>, text: RawBuilder<unknown>) => sql`(case jsonb_typeof(${value})
  when 'number' then (${value})::float8
  when 'string' then case when ${text} ~ '^[-+]?[0-9]{1,15}([.,][0-9]{1,15})?$'
    then replace(${text}, ',', '.')::float8 end end)`

/** Whole years from a day to a moment; a day that no calendar has is no error. Patterns of LIKE cost a third of regular ones. */
const yearsOf = (text: RawBuilder<unknown>, at: RawBuilder<unknown>) => sql`(case
  when ${text} like '____-__-__%' and translate(left(${text}, 10), '0123456789', '') = '--' then
    (${dayNumber(at)} - replace(left(${text}, 10), '-', '')::int) / 10000
  when ${text} like '__.__.____' and translate(${text}, '0123456789', '') = '..' then
    (${dayNumber(at)} - (right(${text}, 4) || substr(${text}, 4, 2) || left(${text}, 2))::int) / 10000
  end)::float8`

const dayNumber = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYYMMDD')::int`

const flagOf = (text: RawBuilder<unknown>) => sql`(case
  when lower(${text}) = any(${YES}::text[]) then 'true' when lower(${text}) = any(${NO}::text[]) then 'false' end)`

/** Words for yes and for no in the languages of the team's pages. */
export const YES = ['true', '1', 'yes', 'y', 'ja', 'j', 'kyllä', 'k', 'x', 'wahr', 'on']
export const NO = ['false', '0', 'no', 'n', 'nein', 'ei', 'falsch', 'off']
