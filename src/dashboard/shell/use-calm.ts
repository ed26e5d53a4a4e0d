import { useEffect, useState } from 'react'

const PAUSE_MS = 350

/** The value once nobody has typed for a moment. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}
