import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import { AUDIENCE_FIELDS } from '../../../vocabulary/index.ts'
import { readDefinitions } from './definitions.ts'
import { PEOPLE, partOf } from './parts.ts'

const isColumn = (field: string) => AUDIENCE_FIELDS.some(column => column === field)

/** The part of `people` by one field, as text: a column, or an attribute as it is cut; null where they have none. */
export async function partOfPeople(reader: Reader, field: string | null): Promise<RawBuilder<string | null>> {
  if (field === null) return sql`null::text`
  if (isColumn(field)) return sql`nullif(${sql.ref(`people.${field}`)}, '')`
  return sql`nullif(${partOf(await readDefinitions(reader), field.replace(/^attributes\./, ''), PEOPLE)}, '')`
}
