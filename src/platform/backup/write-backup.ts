import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { sequencesOf, tablesOf } from './catalogue.ts'
import { endOfRows, type Header, leftOut, markOf, type TableHead, type Trailer, tally } from './file.ts'

/** What a backup needs to know beside the database. */
export type BackupOf = { secret: string; secretIsKept: boolean; madeAt: Date }

/** Writes all rows of one moment into a file; the file gets its name only once it is whole and on disk. */
export const writeBackup = async (client: pg.Client, path: string, of: BackupOf): Promise<Trailer['rows']> => {
  const half = `${path}.half`
  const gzip = createGzip({ level: 6 })
  const file = createWriteStream(half, { mode: 0o600 })
  gzip.pipe(file)
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query('set local row_security = off')
    const rows = await writeAll(client, gzip, of)
    await client.query('commit')
    gzip.end()
    await finished(file)
    await syncFile(half)
    await rename(half, path)
    return rows
  } catch (error) {
    gzip.destroy()
    file.destroy()
    await rm(half, { force: true })
    throw error
  }
}

const writeAll = async (client: pg.Client, gzip: Writable, of: BackupOf): Promise<Trailer['rows']> => {
  const sums = tally()
  const write = async (text: Uint8Array | string) => {
    sums.add(text)
    if (!gzip.write(text)) await once(gzip, 'drain')
  }
  const line = (value: object) => write(`${JSON.stringify(value)}\n`)
  await line(await headerOf(client, of))
  const rows: Trailer['rows'] = {}
  for (const table of await tablesOf(client)) {
    if (leftOut.includes(table.table)) continue
    await line(table)
    rows[table.table] = await writeRows(client, table, write)
    await write(`${endOfRows}\n`)
  }
  const trailer: Trailer = { end: true, rows, sha256: sums.sha256() }
  gzip.write(`${JSON.stringify(trailer)}\n`)
  return rows
}

const writeRows = async (client: pg.Client, head: TableHead, write: (bytes: Uint8Array) => Promise<void>) => {
  const columns = head.columns.map(quoted).join(', ')
  const stream = client.query(copyTo(`copy ${quoted(head.table)} (${columns}) to stdout`))
  for await (const chunk of stream) await write(chunk as Uint8Array)
  return stream.rowCount ?? 0
}

const headerOf = async (client: pg.Client, { secret, secretIsKept, madeAt }: BackupOf): Promise<Header> => {
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by name')
  return {
    format: 'echolot-backup',
    version: 1,
    madeAt: madeAt.toISOString(),
    migrations: rows.map(row => row.name),
    secret: secretIsKept ? secret : null,
    secretMark: markOf(secret),
    sequences: await sequencesOf(client),
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

const syncFile = async (path: string) => {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}
