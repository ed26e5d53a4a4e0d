// Writes schema.sql: what the migrations add up to, so that a review sees the consequence of a step.
import pg from 'pg'

const COLUMNS = `
  select c.relname as "table", obj_description(c.oid) as comment, a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as "default"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`
const CONSTRAINTS = `
  select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' order by 1, k.contype desc, 2`
const INDEXES = `
  select tablename as "table", indexdef as definition from pg_indexes
  where schemaname = 'public' and indexname not in (select conname from pg_constraint) order by 1, indexname`
const POLICIES = `select tablename as "table", policyname as name, roles::text as roles from pg_policies order by 1, 2`

type Row = Record<'table' | 'comment' | 'column' | 'type' | 'default' | 'name' | 'definition' | 'roles', string> & {
  required: boolean
}

/** The schema of the database behind `url` as readable SQL. */
export async function schemaText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ask = async (query: string) => (await client.query<Row>(query)).rows
  const [columns, constraints, indexes, policies] = [
    await ask(COLUMNS),
    await ask(CONSTRAINTS),
    await ask(INDEXES),
    await ask(POLICIES),
  ]
  await client.end()
  const tables = [...new Set(columns.map(c => c.table))]
  const parts = tables.map(table => tableText(table, { columns, constraints, indexes, policies }))
  return `-- Made by \`npm run gen\` from migrations/. Do not edit.\n\n${parts.join('\n')}`
}

function tableText(table: string, all: Record<'columns' | 'constraints' | 'indexes' | 'policies', Row[]>): string {
  const mine = (rows: Row[]) => rows.filter(row => row.table === table)
  const columns = mine(all.columns)
  const lines = columns.map(
    c => `  ${c.column} ${c.type}${c.required ? ' not null' : ''}${c.default ? ` default ${c.default}` : ''}`,
  )
  const constraints = mine(all.constraints).map(k => `  constraint ${k.name} ${k.definition}`)
  const after = [
    ...mine(all.indexes).map(i => `${i.definition};`),
    ...mine(all.policies).map(p => `-- policy ${p.name} to ${p.roles}`),
  ]
  return `-- ${columns[0]?.comment ?? ''}\ncreate table ${table} (\n${[...lines, ...constraints].join(',\n')}\n);\n${after.map(l => `${l}\n`).join('')}`
}
