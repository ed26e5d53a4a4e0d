import { useEffect, useSyncExternalStore } from 'react'

let writers = 0
const watchers = new Set<() => void>()
const change = (by: number) => {
  writers += by
  for (const watch of watchers) watch()
}

/** Whether a reply is being written in this window. */
export const useWriting = (): boolean =>
  useSyncExternalStore(
    watch => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => writers > 0,
  )

/** Says, as long as the part is on the page, that a reply is being written. */
export const useSayWriting = (): void =>
  useEffect(() => {
    change(1)
    return () => change(-1)
  }, [])
