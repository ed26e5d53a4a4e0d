import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrationNames } from '../database/index.ts'
import { packageRoot } from '../package-root.ts'
import { foreignKeysOf, triggersOf } from './catalogue.ts'
import { BackupProblem, endOfRows, type Header, type TableHead, type Trailer, tally } from './file.ts'
import { BackupReader, headerFrom } from './read-backup.ts'

/** What a backup file says about itself. */
export const readHeader = async (path: string): Promise<Header> => {
  const backup = new BackupReader(path)
  try {
    return headerFrom(await backup.line(), path)
  } finally {
    backup.close()
  }
}

/** Whether nobody has worked in this database yet. */
export const isEmpty = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('accounts') is not null as there`)
  if (!rows[0]?.there) return true
  const found = await client.query<{ used: boolean }>(
    'select exists (select from accounts) or exists (select from workspaces) as used',
  )
  return found.rows[0]?.used === false
}

/**
 * Fills an empty database from a backup, in one transaction: the schema as it was then, the rows, and afterwards nothing is
 * sent until an admin confirms, because the backup does not know what left the house since.
 */
export const restoreBackup = async (client: pg.Client, path: string): Promise<Trailer['rows']> => {
  await client.query('begin')
  try {
    const rows = await restoreInto(client, path)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const restoreInto = async (client: pg.Client, path: string): Promise<Trailer['rows']> => {
  const backup = new BackupReader(path)
  try {
    const first = await backup.line()
    const header = headerFrom(first, path)
    await makeSchema(client, header)
    const keys = await foreignKeysOf(client)
    for (const command of keys.drop) await client.query(command)
    // What triggers wrote is in the backup already.
    const triggers = await triggersOf(client)
    for (const command of triggers.disable) await client.query(command)
    const rows = await readTables(client, backup, first ?? Buffer.alloc(0), path)
    for (const command of triggers.enable) await client.query(command)
    for (const command of keys.add) await client.query(command)
    await setCounters(client, header)
    await holdSending(client, header)
    return rows
  } finally {
    backup.close()
  }
}

const setCounters = async (client: pg.Client, header: Header) => {
  for (const { name, value, called } of header.sequences) {
    await client.query('select setval(format($$%I$$, $1::text)::regclass, $2::bigint, $3)', [name, value, called])
  }
}

const holdSending = (client: pg.Client, header: Header) =>
  client.query('update instance set epoch = epoch + 1, sending_held_at = now(), sending_held_reason = $1', [
    `Restored from a backup of ${header.madeAt}.`,
  ])

/** The schema of the backup's own time; what came later is added by the next start, with the rows already there. */
const makeSchema = async (client: pg.Client, header: Header) => {
  const known = await migrationNames()
  const foreign = header.migrations.find(name => !known.includes(name))
  if (foreign !== undefined) {
    throw new BackupProblem(
      `The backup was made by a newer Echolot (it has the step ${foreign}). Restore it with that version.`,
    )
  }
  await client.query('drop schema public cascade; create schema public; grant usage on schema public to public')
  await client.query('set local search_path = public')
  await client.query(
    'create table schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  for (const name of known.filter(step => header.migrations.includes(step))) {
    await client.query(await readFile(join(packageRoot, 'migrations', name), 'utf8'))
    await client.query('insert into schema_migrations (name) values ($1)', [name])
  }
}

const readTables = async (client: pg.Client, backup: BackupReader, first: Buffer, path: string) => {
  const sums = tally()
  sums.add(first)
  const rows: Trailer['rows'] = {}
  for (let line = await backup.line(); line !== null; line = await backup.line()) {
    const head = JSON.parse(String(line)) as TableHead | Trailer
    if ('end' in head) {
      if (head.sha256 === sums.sha256()) return rows
      throw new BackupProblem(`${path} was changed after it was made: its checksum does not fit. Use another backup.`)
    }
    sums.add(line)
    rows[head.table] = await readRows(client, head, counted(backup.rows(), sums.add))
    sums.add(`${endOfRows}\n`)
  }
  throw new BackupProblem(`${path} ends too early. Use another backup.`)
}

const readRows = async (
  client: pg.Client,
  { table, columns }: TableHead,
  rows: AsyncIterable<Buffer>,
): Promise<number> => {
  await client.query(`delete from ${quoted(table)}`)
  const stream = client.query(copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`))
  await pipeline(rows, stream)
  return stream.rowCount ?? 0
}

async function* counted(portions: AsyncIterable<Buffer>, count: (bytes: Buffer) => unknown) {
  for await (const portion of portions) {
    count(portion)
    yield portion
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
