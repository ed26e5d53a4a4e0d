import type { Logger } from './log.ts'

/** Something that has a list of work in the database: `once` does one portion and says whether there may be more; `ending` is aborted when the process is to end. */
export type Work = {
  name: string
  once: (ending?: AbortSignal) => Promise<boolean>
  everyMs?: number
  /** Commits do not wake it, only time does: in a rush of answers they wake every other list all the time. */
  byClock?: boolean
}

/** Runs `once` until the list is empty, again when woken (unless `byClock`) and at least every `everyMs`; errors are logged and retried. */
export function startWorkLoop(work: Work, log: Logger): { wake: () => void; stop: () => Promise<void> } {
  const ending = new AbortController()
  let stopped = false
  let woken = true
  let rouse: () => void = () => undefined
  const pause = () =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, work.everyMs ?? 1000)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async () => {
    while (!stopped) {
      woken = false
      const more = await work.once(ending.signal).catch(error => {
        log.error({ err: error, work: work.name }, 'work failed, will be tried again')
        return false
      })
      if (!more && !woken && !stopped) await pause()
    }
  }
  const finished = run()
  return {
    wake: () => {
      if (work.byClock) return
      woken = true
      rouse()
    },
    stop: () => {
      stopped = true
      ending.abort()
      rouse()
      return finished
    },
  }
}
