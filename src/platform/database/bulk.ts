import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { APP_ROLE, type Scope } from './database.ts'
import type { Tables } from './tables.gen.ts'
import type { Tx } from './types.ts'

/** A transaction that can also take many rows at once, by COPY into a temporary table. */
export type Bulk = { tx: Tx; copy: (table: string, columns: readonly string[], lines: CopyLines) => Promise<void> }

/** Runs `work` in one transaction behind the wall of a workspace, with COPY; what it throws takes everything back. */
export async function bulkInWorkspace<T>(pool: pg.Pool, scope: Scope, work: (bulk: Bulk) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfOne(client) }) })
    return await kysely.transaction().execute(async transaction => {
      await sql`select set_config('role', ${APP_ROLE}, true), set_config('app.workspace_id', ${scope.workspaceId}, true),
        set_config('app.actor', ${scope.actor ?? ''}, true),
        -- Tables grow faster than their statistics: whoever is looked up by a key is looked up in its index.
        set_config('enable_seqscan', 'off', true)`.execute(transaction)
      const copy = (table: string, columns: readonly string[], lines: CopyLines) =>
        pipeline(
          Readable.from(lines.chunks()),
          client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
        )
      return work({ tx: transaction as Tx, copy })
    })
  } finally {
    client.release()
  }
}

/** Kysely takes connections from a pool; this one always gives the same, so that COPY runs in the same transaction. */
function poolOfOne(client: pg.PoolClient) {
  const borrowed = new Proxy(client, {
    get: (target, name) => {
      if (name === 'release') return () => undefined
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { connect: async () => borrowed, end: async () => undefined }
}

const CHUNK_CHARACTERS = 64 * 1024

/** Lines for COPY, kept as bytes: rows that wait for their turn take as much memory as the file did. */
export class CopyLines {
  readonly #chunks: Buffer[] = []
  #text = ''
  count = 0

  add(line: string): void {
    this.#text += line
    this.count += 1
    if (this.#text.length >= CHUNK_CHARACTERS) this.#pack()
  }

  chunks(): readonly Buffer[] {
    this.#pack()
    return this.#chunks
  }

  #pack(): void {
    if (this.#text !== '') this.#chunks.push(Buffer.from(this.#text))
    this.#text = ''
  }
}

/** One row in the text format of COPY. */
export function copyLine(values: readonly (string | number | null)[]): string {
  let line = ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (i > 0) line += '\t'
    line += value === null || value === undefined ? '\\N' : typeof value === 'number' ? value : escaped(value)
  }
  return `${line}\n`
}

const SPECIAL = /[\\\n\r\t]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, sign => ESCAPES[sign] ?? sign) : text
