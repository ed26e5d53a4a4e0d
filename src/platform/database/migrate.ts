import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { packageRoot } from '../package-root.ts'
import { APP_ROLE } from './database.ts'

/** A start-up that must stop, with the sentence that says what to do. */
export class SchemaProblem extends Error {}

const LOCK = 4747_0001

/** Brings the schema up to date, one transaction for each step, under a lock that lets one process do it. */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await ensureRole(client)
    return { applied: await applyPending(client) }
  } finally {
    await client.end()
  }
}

/** Names of the steps that this database lacks; throws SchemaProblem when the database is newer than this program. */
export async function pendingMigrations(client: pg.Client): Promise<string[]> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, applied_at timestamptz not null default now())`)
  const done = new Set(
    (await client.query<{ name: string }>('select name from schema_migrations')).rows.map(r => r.name),
  )
  const known = await migrationNames()
  const foreign = [...done].filter(name => !known.includes(name))
  if (foreign.length > 0) {
    throw new SchemaProblem(
      `The database was last used by a newer Echolot (it has the step ${foreign.sort().at(-1)}). Start that version, or restore a backup made with this one.`,
    )
  }
  return known.filter(name => !done.has(name))
}

/** The steps in the order of their numbers. */
export async function migrationNames(): Promise<string[]> {
  const names = await readdir(join(packageRoot, 'migrations'))
  return names.filter(name => /^\d{4}-.*\.sql$/.test(name)).sort()
}

async function applyPending(client: pg.Client): Promise<string[]> {
  const pending = await pendingMigrations(client)
  for (const name of pending) {
    const text = await readFile(join(packageRoot, 'migrations', name), 'utf8')
    await client.query('begin')
    try {
      await client.query(text)
      await client.query('insert into schema_migrations (name) values ($1)', [name])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new SchemaProblem(`The step ${name} failed and was taken back: ${(error as Error).message}`)
    }
  }
  return pending
}

async function ensureRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; usable: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as exists,
      case when exists (select from pg_roles where rolname = $1) then pg_has_role(current_user, $1, 'member') else false end as usable`,
    [APP_ROLE],
  )
  if (rows[0]?.usable) return
  try {
    if (!rows[0]?.exists) await client.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`)
    await client.query(`grant ${APP_ROLE} to current_user`)
  } catch (error) {
    const user = (await client.query<{ current_user: string }>('select current_user')).rows[0]?.current_user
    throw new SchemaProblem(
      `The database user may not make the role that requests run under. Have an administrator run:\n` +
        `  create role ${APP_ROLE} nologin;\n  grant ${APP_ROLE} to "${user}";\n(${(error as Error).message})`,
    )
  }
}
