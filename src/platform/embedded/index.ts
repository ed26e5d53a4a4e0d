import { resolve } from 'node:path'
import pg from 'pg'
import { FolderInUse, lockFolder } from '../process/folder-lock.ts'
import { type Binaries, copyBinaries, findBinaries } from './binaries.ts'
import { plainEnvironment, prepareCluster, readPassword, superuser } from './cluster.ts'
import { handOver, type Identity, identityFor, runAs } from './identity.ts'
import {
  makeSocketFolder,
  notedSocketFolder,
  removeSocketFolder,
  runningSocketFolder,
  startPostmaster,
  stopLeftOver,
} from './postmaster.ts'
import { EmbeddedProblem, useOwnServer } from './problem.ts'
import { type EmbeddedLog, supervise } from './supervise.ts'

export { FolderInUse } from '../process/folder-lock.ts'
export { EmbeddedProblem } from './problem.ts'
export type { EmbeddedLog } from './supervise.ts'

/** The running embedded database. `url` is its superuser's; `pid` changes when it had to be started again. */
export type Embedded = { readonly url: string; readonly pid: number; stop(): Promise<void> }

/** Starts the native PostgreSQL in the data folder and keeps it running until stopped. Throws `EmbeddedProblem`. */
export const startEmbedded = async (dataFolder: string, log: EmbeddedLog = silent): Promise<Embedded> => {
  const folder = resolve(dataFolder)
  const identity = identityFor(folder)
  const unlock = await lock(folder)
  try {
    const binaries = reachable(findBinaries(`${folder}/run/lib`), folder, identity)
    removeSocketFolder(notedSocketFolder(folder))
    if (await stopLeftOver(folder)) log.warn({ folder }, 'stopped a database that a killed server had left behind')
    await prepareCluster(folder, binaries, identity)
    const socketFolder = makeSocketFolder(folder, identity)
    const start = async () => {
      await stopLeftOver(folder)
      return startPostmaster(folder, binaries, identity, socketFolder)
    }
    const first = await start()
    const url = urlFor(socketFolder, readPassword(folder) ?? '')
    await makeDatabase(url)
    const supervised = supervise(first, start, log)
    const stop = async () => {
      await supervised.stop()
      removeSocketFolder(socketFolder)
      unlock()
    }
    return {
      url,
      stop,
      get pid() {
        return supervised.pid()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

const silent: EmbeddedLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The superuser's address of the database that another process runs in this folder right now, or null. */
export const findEmbedded = (dataFolder: string): string | null => {
  const folder = resolve(dataFolder)
  const socketFolder = runningSocketFolder(folder)
  const password = readPassword(folder)
  return socketFolder === null || password === null ? null : urlFor(socketFolder, password)
}

const lock = async (folder: string): Promise<() => void> => {
  try {
    return await lockFolder(folder)
  } catch (error) {
    if (error instanceof FolderInUse) throw error
    throw new EmbeddedProblem(`The data folder ${folder} cannot be locked: ${(error as Error).message}`, error)
  }
}

/** The binaries where the database's user can run them: as they lie, or copied into the data folder. */
const reachable = (binaries: Binaries, folder: string, identity: Identity): Binaries => {
  if (identity.prefix.length === 0 && identity.spawn.uid === undefined) return binaries
  const runs = (found: Binaries) =>
    runAs(identity, `${found.folder}/bin/postgres`, ['--version'], plainEnvironment(found)).status === 0
  if (runs(binaries)) return binaries
  const copied = copyBinaries(binaries, folder)
  handOver(copied.folder, identity)
  if (runs(copied)) return copied
  throw new EmbeddedProblem(
    `The PostgreSQL in ${binaries.folder} cannot be run as the owner of the data folder ${folder}. Start Echolot as an ordinary user. ${useOwnServer}`,
  )
}

const urlFor = (socketFolder: string, password: string, database: string = superuser) =>
  `postgres://${superuser}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`

const makeDatabase = async (url: string) => {
  const address = new URL(url)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [superuser])
    if (found.rowCount === 0) await client.query(`create database ${superuser}`)
  } finally {
    await client.end()
  }
}
