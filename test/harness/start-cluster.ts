import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/database/index.ts'

/** A PostgreSQL to work on: DATABASE_URL, else an embedded one in a temporary folder. */
export type Cluster = { url: string; stop: () => Promise<void> }

/** Starts it, or uses the one that is given and leaves it running. */
export async function startCluster(): Promise<Cluster> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  const { startEmbedded } = await import('../../src/platform/embedded/index.ts')
  const folder = await mkdtemp(join(tmpdir(), 'echolot-'))
  const running = await startEmbedded(folder)
  return {
    url: running.url,
    stop: async () => {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A new database in it with every migration applied; `drop` removes it again. */
export async function migratedIn(cluster: Cluster, name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = new pg.Client({ connectionString: cluster.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  await migrate(url.toString())
  return {
    url: url.toString(),
    drop: async () => {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
