import { useState } from 'react'

/** An object whose parts are changed one by one, as a form does. */
export function useParts<Whole extends object>(first: Whole | (() => Whole)) {
  const [whole, setWhole] = useState(first)
  return [whole, (change: Partial<Whole>) => setWhole(before => ({ ...before, ...change }))] as const
}
