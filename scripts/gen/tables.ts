// Writes src/platform/database/tables.gen.ts: the tables as types, read from a freshly migrated database.
import pg from 'pg'

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  timestamptz: 'Date',
  date: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  _uuid: 'string[]',
  _text: 'string[]',
  _int2: 'number[]',
}
type Column = {
  table: string
  column: string
  type: string
  nullable: boolean
  optional: boolean
  values: string | null
}

const QUERY = `
  select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as nullable,
    (a.atthasdef or a.attidentity <> '') as optional,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%') as values
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  order by c.relname, a.attnum`

function typeOf(column: Column): string {
  const literals = column.values ? [...column.values.matchAll(/'([^']+)'::text/g)].map(m => `'${m[1]}'`) : []
  const base = literals.length > 0 ? literals.join(' | ') : (TYPES[column.type] ?? 'unknown')
  if (base === 'Json' && column.optional) return 'OptionalJson'
  const full = column.nullable ? `${base} | null` : base
  return column.optional && !column.nullable ? `Generated<${full}>` : full
}

/** The text of tables.gen.ts for the database behind `url`. */
export async function tablesText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(QUERY)
  await client.end()
  const byTable = groupByTable(rows)
  const tables = [...byTable].map(
    ([table, columns]) => `  ${table}: {\n${columns.map(c => `    ${c.column}: ${typeOf(c)}`).join('\n')}\n  }`,
  )
  return `// Made by \`npm run gen\` from migrations/. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as what it holds; written as JSON text or a plain object. */
export type Json = ColumnType<Record<string, unknown>, Record<string, unknown> | string, Record<string, unknown> | string>

/** The same, made by the database where it is not given. */
export type OptionalJson = ColumnType<Record<string, unknown>, Record<string, unknown> | string | undefined, Record<string, unknown> | string>

/** Every table, as the migrations leave it. */
export type Tables = {
${tables.join('\n')}
}
`
}

function groupByTable(rows: Column[]): Map<string, Column[]> {
  const map = new Map<string, Column[]>()
  for (const row of rows) map.set(row.table, [...(map.get(row.table) ?? []), row])
  return map
}
