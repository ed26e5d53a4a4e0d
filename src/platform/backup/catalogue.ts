import type pg from 'pg'
import type { Header, TableHead } from './file.ts'

/** Every table with the columns that hold what was put in, not what is computed. */
export const tablesOf = async (client: pg.Client): Promise<TableHead[]> => {
  const { rows } = await client.query<TableHead>(
    `select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace group by 1 order by 1`,
  )
  return rows
}

/** Where every counter stands. */
export const sequencesOf = async (client: pg.Client): Promise<Header['sequences']> => {
  const { rows } = await client.query<{ name: string; value: string | null; start: string }>(
    `select sequencename as name, last_value::text as value, start_value::text as start
     from pg_sequences where schemaname = current_schema() order by 1`,
  )
  return rows.map(({ name, value, start }) => ({ name, value: value ?? start, called: value !== null }))
}

/** Foreign keys as commands that remove and restore them, so that rows can come in any order. */
export const foreignKeysOf = async (client: pg.Client): Promise<{ drop: string[]; add: string[] }> => {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0 order by 2`,
  )
  return { drop: rows.map(row => row.drop), add: rows.map(row => row.add) }
}

/** Triggers of tables as commands that silence and wake them. */
export const triggersOf = async (client: pg.Client): Promise<{ disable: string[]; enable: string[] }> => {
  const { rows } = await client.query<{ disable: string; enable: string }>(
    `select distinct format('alter table %s disable trigger user', tgrelid::regclass) as disable,
       format('alter table %s enable trigger user', tgrelid::regclass) as enable
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace order by 1`,
  )
  return { disable: rows.map(row => row.disable), enable: rows.map(row => row.enable) }
}
