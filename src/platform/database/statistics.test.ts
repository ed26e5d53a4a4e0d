import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/harness/database.ts'
import { analyzeGrown } from './statistics.ts'

const { database } = await freshDatabase()

test('a table that was filled at once is looked at, one with a few new rows is not', async () => {
  const { pool } = database
  await pool.query('create table many as select generate_series(1, 5000) as id')
  await pool.query('create table few as select generate_series(1, 10) as id')
  const known = async (table: string) =>
    (await pool.query<{ rows: number }>(`select reltuples::int as rows from pg_class where relname = '${table}'`))
      .rows[0]?.rows
  // What a transaction changed is told to the counters when its connection rests.
  await expect
    .poll(
      async () => {
        await analyzeGrown(database)
        return known('many')
      },
      { timeout: 20_000 },
    )
    .toBe(5000)
  expect(await known('few')).toBe(-1)
})
