import { useSyncExternalStore } from 'react'

type Opened = 'palette' | 'help' | null
let opened: Opened = null
const watchers = new Set<() => void>()

function set(next: Opened): void {
  opened = next
  for (const watch of watchers) watch()
}

export const openPalette = () => set('palette')
export const openHelp = () => set('help')
export const closeOverlay = () => set(null)

/** Which overlay of the shell is open. */
export const useOverlay = (): Opened =>
  useSyncExternalStore(
    watch => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => opened,
  )
