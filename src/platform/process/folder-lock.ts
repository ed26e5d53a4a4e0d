import { readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { writePrivateFile } from './data-folder.ts'
import { birthOf, isAlive } from './process-facts.ts'

const lockName = 'echolot.lock'
const heartbeatMs = 1_000

/** Who works in a folder: one process of one host, told apart by its birth when ids are reused. */
export type Holder = { pid: number; birth: string | null; host: string; boot: string | null }

/** The folder is in use by another live process. */
export class FolderInUse extends Error {
  readonly holder: Holder
  constructor(folder: string, holder: Holder) {
    const where = holder.host === hostname() ? '' : ` on host ${holder.host}`
    super(
      `The data folder ${folder} is in use by process ${holder.pid}${where}. ` +
        'Stop that one first, or choose another folder with ECHOLOT_DATA.',
    )
    this.name = 'FolderInUse'
    this.holder = holder
  }
}

/** Takes the folder for this process; locks left by dead processes are recovered. The returned function gives it back. */
export const lockFolder = async (folder: string): Promise<() => void> => {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < 20; attempt++) {
    if (tryToCreate(path)) return keepAlive(path)
    const found = readLock(path)
    if (found === 'gone') continue
    if (found !== 'unreadable' && (await isHeld(path, found))) throw new FolderInUse(folder, found)
    if (found === 'unreadable') await pause(100)
    setAside(path, found)
  }
  throw new Error(`The lock ${path} cannot be taken. If no Echolot runs there, delete this file.`)
}

const me = (): Holder => ({ pid: process.pid, birth: birthOf(process.pid), host: hostname(), boot: bootId() })

const tryToCreate = (path: string): boolean => {
  try {
    writePrivateFile(path, `${JSON.stringify(me())}\n`)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const readLock = (path: string): Holder | 'gone' | 'unreadable' => {
  try {
    const holder: Holder = JSON.parse(readFileSync(path, 'utf8'))
    return typeof holder?.pid === 'number' ? holder : 'unreadable'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unreadable'
  }
}

const isHeld = async (path: string, holder: Holder): Promise<boolean> => {
  if (holder.host === hostname() && holder.boot === bootId()) {
    return isAlive(holder.pid) && holder.birth === birthOf(holder.pid)
  }
  // Same name, other boot: the machine was restarted and nobody of before lives.
  if (holder.host === hostname()) return false
  return beats(path)
}

/** Ids of another host say nothing here; only whether its holder still touches the file does. */
const beats = async (path: string): Promise<boolean> => {
  const before = touchedAt(path)
  for (let waited = 0; waited < 3 * heartbeatMs; waited += 200) {
    await pause(200)
    if (touchedAt(path) !== before) return true
  }
  return false
}

const touchedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null

/** Moves a stale lock away; when two do this at once, the one that caught a fresh lock puts it back. */
const setAside = (path: string, stale: Holder | 'unreadable') => {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const caught = readLock(aside)
  if (JSON.stringify(caught) !== JSON.stringify(stale)) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

const keepAlive = (path: string): (() => void) => {
  const mine = JSON.stringify(me())
  const timer = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(path, now, now)
    } catch {
      // A folder that was deleted under us needs no heartbeat.
    }
  }, heartbeatMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    if (JSON.stringify(readLock(path)) === mine) rmSync(path, { force: true })
  }
}

const bootId = (): string | null => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
