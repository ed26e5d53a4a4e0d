import { useState } from 'react'
import { Problem, queries } from '../api.ts'
import { useToast, useWords } from '../ui/index.ts'

/** Runs a change, reloads what it touched, and says how it went. */
export function useChange(...touched: string[]) {
  const { t } = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const run = async <T>(work: () => Promise<T>, said?: string): Promise<T | null> => {
    setBusy(true)
    try {
      const result = await work()
      await Promise.all(touched.map(name => queries.invalidateQueries({ queryKey: [name] })))
      if (said) toast(said)
      return result
    } catch (trouble) {
      toast(trouble instanceof Problem && trouble.message ? trouble.message : t('shell.unreachable'))
      return null
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}
