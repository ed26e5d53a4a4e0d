import type { Postmaster } from './postmaster.ts'

/** What the embedded database reports to; pino fits. */
export type EmbeddedLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

const firstPauseMs = 100
const longestPauseMs = 5_000

/** Starts the database again when it dies without being asked to, with growing pauses. */
export const supervise = (first: Postmaster, start: () => Promise<Postmaster>, log: EmbeddedLog) => {
  let current = first
  let stopping = false

  const startAgain = async (code: number): Promise<boolean> => {
    for (let attempt = 0; !stopping; attempt++) {
      log.error({ code, attempt }, 'the database ended by itself, starting it again')
      await new Promise(resolve => setTimeout(resolve, Math.min(firstPauseMs * 2 ** attempt, longestPauseMs)))
      if (stopping) return false
      const again = await start().catch((error: Error) => log.error({ reason: error.message }, 'not yet'))
      if (again === undefined) continue
      current = again
      log.info({ pid: current.pid }, 'the database runs again')
      return true
    }
    return false
  }

  const watch = async () => {
    do {
      const code = await current.process.ended
      // Where only the watchdog was killed, this also lets its other half go.
      current.process.stop()
      if (!(await startAgain(code))) return
    } while (!stopping)
  }

  const watching = watch()
  const stop = async () => {
    stopping = true
    current.process.stop()
    await watching
    // A restart that was under way may have brought up another one.
    current.process.stop()
    await current.process.ended
  }
  return { pid: () => current.pid, stop }
}
