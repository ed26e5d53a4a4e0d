import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './prepared.ts'
import type { Tables } from './tables.gen.ts'

const INT8 = 20
const DATE = 1082
// Counts come as numbers (they stay far below 2^53) and calendar dates as the text they are.
pg.types.setTypeParser(INT8, Number)
pg.types.setTypeParser(DATE, text => text)

/** A pool of connections and the typed queries over it. */
export function connect(url: string, options: { connections?: number; name?: string } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    Client: PreparingClient,
    // Marked statements look up row by row, whatever the values: their plan is made once and kept. It holds for all others too, but not in looks.
    onConnect: async client => void (await client.query('set plan_cache_mode = force_generic_plan')),
    max: options.connections ?? 16,
    application_name: options.name ?? 'echolot',
    idleTimeoutMillis: 30_000,
    // Whoever waits for a connection hears in time that there is none, instead of waiting with everybody else.
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while it is in use rejects its query; the event beside that would end the process too.
  pool.on('connect', client => client.on('error', () => undefined))
  return { pool, kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}
