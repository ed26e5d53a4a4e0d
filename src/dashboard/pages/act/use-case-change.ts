import { useState } from 'react'
import { Problem } from '../../api.ts'
import { useToast, useWords } from '../../ui/index.ts'
import { reloadCases } from './use-cases.ts'

/** Runs a change on a case, says how it went, and shows what came of it; false where it was refused. */
export function useCaseChange(caseId: string) {
  const { t } = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>, said?: string, undo?: { label: string; run: () => void }) => {
    setBusy(true)
    try {
      await work()
      await reloadCases(caseId)
      if (said) toast(said, undo)
      return true
    } catch (trouble) {
      toast(trouble instanceof Problem && trouble.message ? trouble.message : t('shell.unreachable'))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}
