import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** Whether a process with this id exists, also when it belongs to another user. */
export const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, as the system writes it: with the id it names one process for ever, also after the id is reused. */
export const birthOf = (pid: number): string | null => statField(pid, 21) ?? fromPs(pid, 'lstart')

/** The process that started this one, or null where that cannot be read. */
export const parentOf = (pid: number): number | null => {
  const parent = Number(statField(pid, 3) ?? fromPs(pid, 'ppid'))
  return parent > 0 ? parent : null
}

/** The command line of a process, or null where it cannot be read. */
export const commandOf = (pid: number): string | null => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return fromPs(pid, 'command')
  }
}

/** The folder a process works in, or null where the system does not tell. */
export const workingFolderOf = (pid: number): string | null => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

/** Resolves to true as soon as the process is gone, to false after the given time. */
export const waitUntilGone = async (pid: number, milliseconds: number): Promise<boolean> => {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return true
}

// A killed process whose parent has not looked yet still has an id, but does nothing any more.
const isZombie = (pid: number) => statField(pid, 2) === 'Z'

/** A field of /proc/<pid>/stat counted from 0; the second one, the name, may hold blanks and brackets. */
const statField = (pid: number, index: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[index - 2] ?? null
  } catch {
    return null
  }
}

const fromPs = (pid: number, column: string): string | null => {
  if (process.platform === 'linux') return null
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
