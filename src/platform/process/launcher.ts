import { birthOf, commandOf, parentOf } from './process-facts.ts'

const lookEveryMs = 1_000

/**
 * Calls `stop` when the npm that started this process is gone. A killed npm cannot pass its signal on, and a server that
 * nobody started any more would stay for ever.
 */
export const whenLauncherDies = (stop: () => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return
  const watched = launchers().map(pid => ({ pid, birth: birthOf(pid) }))
  if (watched.length === 0) return
  const timer = setInterval(() => {
    if (watched.every(({ pid, birth }) => birthOf(pid) === birth)) return
    clearInterval(timer)
    stop()
  }, lookEveryMs)
  timer.unref()
}

/** Our parent, and npm where a shell stands between; nobody above npm, so that one may log out. */
const launchers = (): number[] => {
  const parent = process.ppid
  if (isNpm(parent)) return [parent]
  const above = parentOf(parent)
  return above !== null && isNpm(above) ? [parent, above] : []
}

const isNpm = (pid: number) => /\bnpm\b/.test(commandOf(pid) ?? '')
