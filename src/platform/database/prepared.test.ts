import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { prepared, preparedText } from './prepared.ts'

const { database } = await freshDatabase()

test('a marked statement is planned once by its connection, whatever its values', async () => {
  const { scope } = await freshWorkspace(database)
  const answers = await database.inWorkspace(scope, async tx => {
    const twice = async (value: number) =>
      (await sql<{ twice: number }>`${prepared}select ${value}::int * 2 as twice`.execute(tx)).rows[0]?.twice
    const said = [await twice(2), await twice(3), await twice(4)]
    const { rows } = await sql<{ plans: number }>`
      select generic_plans::int as plans from pg_prepared_statements where statement like '%as twice'`.execute(tx)
    return { said, rows }
  })
  expect(answers).toEqual({ said: [4, 6, 8], rows: [{ plans: 3 }] })
})

test('a look is planned for its values: without them a count over a hundred thousand answers read 24 times as many pages', async () => {
  const { scope } = await freshWorkspace(database)
  const mode = sql<{ plan_cache_mode: string }>`show plan_cache_mode`
  expect((await database.readWorkspace(scope, reader => mode.execute(reader))).rows).toEqual([
    { plan_cache_mode: 'auto' },
  ])
  expect((await database.inWorkspace(scope, tx => mode.execute(tx))).rows).toEqual([
    { plan_cache_mode: 'force_generic_plan' },
  ])
})

test('statements as text may be marked too, and others stay as they are', async () => {
  const { pool } = database
  expect((await pool.query(preparedText('select $1::text as word'), ['Wörter'])).rows).toEqual([{ word: 'Wörter' }])
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
