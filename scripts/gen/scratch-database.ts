// A freshly migrated database for the generators: a clone on DATABASE_URL, or an embedded one in a temporary folder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/database/index.ts'

async function cluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  const { startEmbedded } = await import('../../src/platform/embedded/index.ts')
  const folder = await mkdtemp(join(tmpdir(), 'echolot-gen-'))
  const running = await startEmbedded(folder)
  return {
    url: running.url,
    stop: async () => {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a database with every migration applied; `stop` removes it. */
export async function migratedDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const running = await cluster()
  const name = `echolot_gen_${process.pid}`
  const admin = new pg.Client({ connectionString: running.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(running.url)
  url.pathname = `/${name}`
  await migrate(url.toString())
  return {
    url: url.toString(),
    stop: async () => {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
      await running.stop()
    },
  }
}
