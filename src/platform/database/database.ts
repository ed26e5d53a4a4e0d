import { type Kysely, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import { connect } from './connect.ts'
import type { Tables } from './tables.gen.ts'
import type { Reader, Tx } from './types.ts'

/** The role of requests: it owns nothing and row-level security applies to it. */
export const APP_ROLE = 'echolot_app'

/** For whom a transaction runs: the wall (workspace) and who is written beside what changes. */
export type Scope = {
  workspaceId: string
  actor?: string
  /** Nobody waits for this change: the work lists are not woken. */
  quiet?: boolean
}

// Nobody waits longer for a page: a look that takes so long is ended, so that its connection serves others.
const LONGEST_LOOK = '30s'
const RESERVED = 6

type Options = { connections?: number; name?: string; afterCommit?: Set<() => void> }

/** The database as the rooms see it: work inside one workspace, or (rarely) on the installation itself. */
export class Database {
  readonly pool: pg.Pool
  readonly #kysely: Kysely<Tables>
  readonly #url: string
  readonly #afterCommit: Set<() => void>
  #reserved: Database | null = null

  constructor(url: string, options: Options = {}) {
    const { pool, kysely } = connect(url, options)
    this.pool = pool
    this.#kysely = kysely
    this.#url = url
    this.#afterCommit = options.afterCommit ?? new Set()
  }

  /** The same database over a few connections of its own, for what has to go on while slow looks hold all others. */
  get reserved(): Database {
    const options = { connections: RESERVED, name: 'echolot-reserved', afterCommit: this.#afterCommit }
    this.#reserved ??= new Database(this.#url, options)
    return this.#reserved
  }

  /** Runs `work` in one transaction that sees and changes the rows of one workspace only. */
  async inWorkspace<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.#kysely.transaction().execute(async transaction => {
      await enterWorkspace(transaction, scope)
      return work(transaction as Tx)
    })
    if (!scope.quiet) for (const wake of this.#afterCommit) wake()
    return result
  }

  /** Looks at one workspace, in a read-only transaction with one snapshot; what it asks is planned for its values. */
  async readWorkspace<T>(scope: Scope, work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async transaction => {
        await enterWorkspace(transaction, scope, LONGEST_LOOK)
        return work(transaction)
      })
  }

  /** Work on the installation: sign-in, claims across workspaces, start-up. Row-level security does not apply here. */
  async inInstance<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.#kysely.transaction().execute(transaction => work(transaction as Tx))
    for (const wake of this.#afterCommit) wake()
    return result
  }

  /**
   * One statement that commits by itself, beyond one workspace: for what is written so often that the four round trips of a
   * transaction behind the wall would cost more than the writing. It names the workspace of every row.
   */
  async inOneStatement<T>(write: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await write(this.#kysely as unknown as Tx)
    for (const wake of this.#afterCommit) wake()
    return result
  }

  /** Looks beyond one workspace, each query for itself: who a session or key belongs to. */
  readInstance<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(this.#kysely)
  }

  /** Calls `wake` after each commit of this process, so that waiting work starts at once; returns how to stop that. */
  onCommit(wake: () => void): () => void {
    this.#afterCommit.add(wake)
    return () => this.#afterCommit.delete(wake)
  }

  async close(): Promise<void> {
    await this.#reserved?.close()
    await this.#kysely.destroy()
  }
}

async function enterWorkspace(
  transaction: Transaction<Tables>,
  scope: Scope,
  longest: string | null = null,
): Promise<void> {
  await sql`select set_config('role', ${APP_ROLE}, true), set_config('app.workspace_id', ${scope.workspaceId}, true),
    set_config('app.actor', ${scope.actor ?? ''}, true),
    set_config('plan_cache_mode', coalesce(${longest && 'auto'}, current_setting('plan_cache_mode')), true),
    set_config('statement_timeout', coalesce(${longest}, current_setting('statement_timeout')), true)`.execute(
    transaction,
  )
}

/**
 * Looks beyond the workspace in the midst of its transaction, on the same connection: a second one, taken while the
 * first is held, could wait for ever.
 */
export async function beyondWorkspace<T>(tx: Tx, look: (reader: Reader) => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'none', true)`.execute(tx)
  const seen = await look(tx)
  await sql`select set_config('role', ${APP_ROLE}, true)`.execute(tx)
  return seen
}
