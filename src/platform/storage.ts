import pg from 'pg'
import { migrate } from './database/index.ts'
import { durabilityRisks, refuseUnsafe } from './durability.ts'
import { findEmbedded, startEmbedded } from './embedded/index.ts'
import type { Logger } from './log.ts'
import type { Settings } from './settings.ts'

/** A database that is there: its address, and how to let go of it. */
export type Storage = {
  url: string
  kind: 'embedded' | 'external'
  /** It belongs to a server that runs right now. */
  isBorrowed?: boolean
  close: () => Promise<void>
}

type Needed = Pick<Settings, 'databaseUrl' | 'dataFolder' | 'unsafeDatabase'>

/** Brings up the database for a server: the operator's own or the embedded one, migrated and safe. */
export const openStorage = async (settings: Needed, log: Logger): Promise<Storage> => {
  const storage = await bringUp(settings, log)
  try {
    await refuseWhatLoses(storage.url, settings, log)
    const { applied } = await migrate(storage.url)
    if (applied.length > 0) log.debug({ applied }, 'migrated')
    return storage
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** Finds the database for a command: the one of a running server, or brought up for the moment. It is not migrated. */
export const borrowStorage = async (settings: Needed, log: Logger): Promise<Storage> => {
  const running = settings.databaseUrl === null ? findEmbedded(settings.dataFolder) : null
  if (running !== null) return { url: running, kind: 'embedded', isBorrowed: true, close: async () => undefined }
  return bringUp(settings, log)
}

/** Runs `work` on one connection that is closed afterwards. */
export const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'echolot', connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const bringUp = async (settings: Needed, log: Logger): Promise<Storage> => {
  if (settings.databaseUrl !== null) {
    return { url: settings.databaseUrl, kind: 'external', close: async () => undefined }
  }
  const embedded = await startEmbedded(settings.dataFolder, log)
  return { url: embedded.url, kind: 'embedded', close: () => embedded.stop() }
}

const oldestVersion = 15

/** A database that is too old for our SQL. */
export class OldDatabase extends Error {
  override readonly name = 'OldDatabase'
}

const refuseWhatLoses = (url: string, settings: Needed, log: Logger) =>
  withClient(url, async client => {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (major < oldestVersion) {
      throw new OldDatabase(
        `The database is PostgreSQL ${major}, but Echolot needs ${oldestVersion} or newer. Upgrade it, or leave DATABASE_URL out to use the embedded one.`,
      )
    }
    const risks = await durabilityRisks(client)
    for (const { sentence } of risks) log.warn(sentence)
    refuseUnsafe(risks, settings.unsafeDatabase)
  })
