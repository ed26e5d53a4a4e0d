import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'

type Values = Record<string, string | number | boolean | null>

/** What other systems say waits beneath what the person said, or a member after that; returns the names of those. */
export async function keepOwnWords(tx: Tx, personId: string, values: Values): Promise<string[]> {
  const names = Object.keys(values)
  if (names.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    update attribute_origins set given = ${JSON.stringify(values)}::jsonb -> name
    where person_id = ${personId} and name = any(${names}::text[]) returning name`.execute(tx)
  return rows.map(({ name }) => name)
}

/** A member enters something else than the person said: from now on that stands, until the person says more. */
export async function enterAgainstWords(tx: Tx, personId: string, values: Values): Promise<void> {
  const names = Object.keys(values)
  if (names.length === 0) return
  await sql`
    update attribute_origins o set source = 'member', response_id = null, said_at = now() from people p
    where o.person_id = ${personId} and o.name = any(${names}::text[]) and p.person_id = o.person_id
      and p.attributes -> o.name is distinct from nullif(${JSON.stringify(values)}::jsonb -> o.name, 'null')`.execute(
    tx,
  )
}

/** Where the attributes of a person came from, as far as they are no plain entries. */
export async function originsOf(reader: Reader, personId: string) {
  const { rows } = await sql<{
    name: string
    source: 'answer' | 'member' | 'computed'
    at: Date | null
    surveyName: string | null
  }>`
    select o.name, o.source, o.said_at as at, s.name as "surveyName" from attribute_origins o
    left join responses r on r.workspace_id = o.workspace_id and r.response_id = o.response_id
    left join surveys s on s.workspace_id = r.workspace_id and s.survey_id = r.survey_id
    where o.person_id = ${personId}
    union all
    select name, 'computed', null, null from attribute_definitions where source = 'computed' and archived_at is null`.execute(
    reader,
  )
  return rows
}
