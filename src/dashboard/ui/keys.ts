import { useEffect, useRef, useSyncExternalStore } from 'react'
import { recall, remember } from './memory.ts'

/** A shortcut: `'j'`, `'g p'` (one after the other) or `'mod+k'`; `label` stands in the list under `?`. */
export type Keys = { keys: string; label: string; run: () => void }

const layers = new Set<{ current: Keys[] }>()
const watchers = new Set<() => void>()
let listed: Keys[] = []
let first: { key: string; at: number } | null = null

/** Listens to `shortcuts` as long as the part is on the page; a later part wins over an earlier one. */
export function useKeys(shortcuts: Keys[]): void {
  const layer = useRef(shortcuts)
  layer.current = shortcuts
  const signature = shortcuts.map(s => s.keys + s.label).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the shortcuts
  useEffect(() => {
    layers.add(layer)
    relist()
    return () => {
      layers.delete(layer)
      relist()
    }
  }, [signature])
}

/** All shortcuts that work right now, for the help. */
export const useAllKeys = (): Keys[] =>
  useSyncExternalStore(
    watch => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => listed,
  )

/** Single letters can be switched off (WCAG 2.1.4): speech input types them by accident. */
export const lettersOn = (): boolean => recall('letters') !== 'off'
export const switchLetters = (on: boolean): void => remember('letters', on ? null : 'off')

function relist(): void {
  listed = [...layers].flatMap(layer => layer.current)
  for (const watch of watchers) watch()
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function find(keys: string): Keys | undefined {
  return [...layers]
    .reverse()
    .flatMap(layer => layer.current)
    .find(shortcut => shortcut.keys === keys)
}

function onKeyDown(event: KeyboardEvent): void {
  const mod = event.metaKey || event.ctrlKey
  if (event.defaultPrevented || event.altKey || (!mod && (isTyping(event.target) || !lettersOn()))) return
  if (document.querySelector('dialog[open]')) return
  const key = mod ? `mod+${event.key.toLowerCase()}` : event.key
  const sequence = first && Date.now() - first.at < 1200 ? `${first.key} ${key}` : null
  const found = (sequence && find(sequence)) || find(key)
  first = found || mod ? null : { key, at: Date.now() }
  if (!found) return
  event.preventDefault()
  found.run()
}

addEventListener('keydown', onKeyDown)
