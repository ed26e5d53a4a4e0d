import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { commandOf, isAlive, waitUntilGone, workingFolderOf } from '../process/process-facts.ts'
import type { Binaries } from './binaries.ts'
import { clusterFolder, lastSaying, plainEnvironment, sayingsFile } from './cluster.ts'
import { handOver, type Identity } from './identity.ts'
import { EmbeddedProblem } from './problem.ts'
import { startWatched, type Watched } from './watchdog.ts'

/** What the embedded database always runs with, whatever stands in its configuration files. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // An acknowledged answer is on disk.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Small machines: server and database together stay below 400 MB.
  shared_buffers: '64MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '64',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  random_page_cost: '1.1',
  jit: 'off',
  // One node: nothing is replicated, and bulk loads into new tables need no log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Errors of statements reach the server; here they would only leak personal data into a file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  logging_collector: 'off',
}

const socketName = '.s.PGSQL.5432'

/** The longest socket path that every system takes (104 bytes on macOS, 108 on Linux, one for the end). */
const longestSocketPath = 103

/** A running PostgreSQL: where to knock and how to end it. */
export type Postmaster = { pid: number; process: Watched }

/** Starts PostgreSQL on the files of the data folder and waits until it takes connections. */
export const startPostmaster = async (
  folder: string,
  binaries: Binaries,
  identity: Identity,
  socketFolder: string,
): Promise<Postmaster> => {
  const options = Object.entries({ ...settings, unix_socket_directories: socketFolder })
  const command = [join(binaries.folder, 'bin', 'postgres'), '-D', clusterFolder(folder)]
  for (const [name, value] of options) command.push('-c', `${name}=${value}`)
  const patience = Date.now() + 10_000
  for (;;) {
    keepShort(sayingsFile(folder))
    const started = startWatched(identity, command, plainEnvironment(binaries), sayingsFile(folder))
    handOver(sayingsFile(folder), identity)
    if (await untilReady(folder, started)) return { pid: readPidFile(folder)?.pid ?? 0, process: started }
    const reason = lastSaying(folder)
    // After a SIGKILL the children of the old one need a moment to notice.
    if (!reason.includes('shared memory block') || Date.now() > patience) {
      throw new EmbeddedProblem(`The database does not start: ${reason}`)
    }
    await pause(100)
  }
}

const untilReady = async (folder: string, started: Watched): Promise<boolean> => {
  while (!isReady(folder)) {
    if (!started.isRunning()) return false
    await pause(10)
  }
  return true
}

/** A folder for the socket: in the data folder, or, where that path is too long, a private one for temporary files. */
export const makeSocketFolder = (folder: string, identity: Identity): string => {
  const near = join(folder, 'run')
  const fits = Buffer.byteLength(join(near, socketName)) <= longestSocketPath
  if (fits) mkdirSync(near, { recursive: true, mode: 0o700 })
  const chosen = fits ? near : mkdtempSync(join(tmpdir(), temporaryPrefix))
  handOver(chosen, identity)
  return chosen
}

/** Removes a socket folder that lies outside the data folder. */
export const removeSocketFolder = (socketFolder: string | null | undefined) => {
  if (!socketFolder?.startsWith(join(tmpdir(), temporaryPrefix))) return
  rmSync(socketFolder, { recursive: true, force: true })
}

/** The socket folder of the database that runs in this data folder, or null. */
export const runningSocketFolder = (folder: string): string | null =>
  isReady(folder) && isAlive(readPidFile(folder)?.pid ?? 0) ? notedSocketFolder(folder) : null

/** The socket folder of the last database that ran in this data folder, or null. */
export const notedSocketFolder = (folder: string): string | null => readPidFile(folder)?.socketFolder ?? null

/** Ends a PostgreSQL that a killed server left behind, and clears the traces of one that is long gone. */
export const stopLeftOver = async (folder: string): Promise<boolean> => {
  const found = readPidFile(folder)
  if (found === null) return false
  const running = isPostmasterOf(folder, found.pid)
  if (running) {
    endProcess(found.pid, 'SIGINT')
    if (!(await waitUntilGone(found.pid, 10_000))) endProcess(found.pid, 'SIGQUIT')
    if (!(await waitUntilGone(found.pid, 5_000))) {
      throw new EmbeddedProblem(
        `PostgreSQL (process ${found.pid}) still runs in ${clusterFolder(folder)} and does not stop. End it with "kill -QUIT ${found.pid}", then start again.`,
      )
    }
  }
  declareDead(folder)
  return running
}

const temporaryPrefix = 'echolot-socket-'

const pidFile = (folder: string) => join(clusterFolder(folder), 'postmaster.pid')

type PidFile = { pid: number; socketFolder: string | undefined; state: string | undefined }

/** PostgreSQL's own notes: process, folder, start, port, socket folder, address, shared memory, state. */
const readPidFile = (folder: string): PidFile | null => {
  if (!existsSync(pidFile(folder))) return null
  const lines = readFileSync(pidFile(folder), 'utf8').split('\n')
  return { pid: Number(lines[0]), socketFolder: lines[4], state: lines[7]?.trim() }
}

// PostgreSQL's own notes stay, because they lead it to children that outlived a killed postmaster; only the id, which may
// long name somebody else, becomes one that no system gives out.
const declareDead = (folder: string) => {
  if (!existsSync(pidFile(folder))) return
  const lines = readFileSync(pidFile(folder), 'utf8').split('\n')
  writeFileSync(pidFile(folder), [nobodysPid, ...lines.slice(1, 7), 'dead', ''].join('\n'), { mode: 0o600 })
}

const nobodysPid = 2 ** 31 - 2

const isReady = (folder: string) => readPidFile(folder)?.state === 'ready'

/** A number in a file proves nothing, ids are reused: the process has to be a PostgreSQL that works in this folder. */
const isPostmasterOf = (folder: string, pid: number): boolean => {
  if (!isAlive(pid)) return false
  const workplace = workingFolderOf(pid)
  if (workplace !== null) return workplace === realpathSync(clusterFolder(folder))
  return commandOf(pid)?.includes(clusterFolder(folder)) ?? false
}

const endProcess = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in the meantime, or not ours; the wait that follows tells.
  }
}

/** Starts the file of sayings anew when it has grown past 5 MB. */
const keepShort = (path: string) => {
  mkdirSync(dirname(path), { recursive: true })
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) truncateSync(path)
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
