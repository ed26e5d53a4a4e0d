import type { Work } from '../work-loop.ts'
import type { Database } from './database.ts'

const EVERY_MS = 5000
/** Rows that a table gains or changes before it is looked at again: these, and half of what it holds. */
const MANY_ROWS = 1000

/**
 * Tells PostgreSQL what tables hold that have grown fast (an import, a restore, a big send), so that it does not plan
 * for empty ones: its own daemon looks once a minute, which is a minute of pages that wait.
 */
export const keepingStatistics = ({ database }: { database: Database }): Work => ({
  name: 'statistics',
  everyMs: EVERY_MS,
  byClock: true,
  once: async () => {
    await analyzeGrown(database)
    return false
  },
})

/** Looks at the tables that have grown by much since they were last looked at. */
export async function analyzeGrown({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select relid::regclass::text as name from pg_stat_user_tables
     where n_mod_since_analyze > ${MANY_ROWS} + n_live_tup / 2`,
  )
  for (const { name } of rows) await pool.query(`analyze ${name}`)
}

/** Looks at every table: right after the database was filled, before its own counts of that are there. */
export async function analyzeAll({ pool }: Database): Promise<void> {
  await pool.query('analyze')
}
