import { type FormEvent, useState } from 'react'
import { LANGUAGES } from '../../../languages/index.ts'
import { Session } from '../../../vocabulary/account.ts'
import { get, Problem, queries } from '../../api.ts'
import { useWords } from '../../ui/index.ts'

/** A form at the door: sends, shows what the server refused, and goes on signed in. */
export function useDoor(work: () => Promise<void>, next: string) {
  const { t, chooseLanguage } = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | Error | null>(null)
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await work()
      queries.clear()
      const { account } = await get('/session', Session)
      const own = LANGUAGES.find(language => language === account.language)
      if (own) chooseLanguage(own)
      location.assign(next)
    } catch (trouble) {
      setProblem(trouble instanceof Error ? trouble : new Error(String(trouble)))
      setBusy(false)
    }
  }
  const sentence = problem && (problem instanceof Problem && problem.message ? problem.message : t('shell.unreachable'))
  const fieldProblem = (path: string) =>
    problem instanceof Problem ? (problem.fields.find(field => field.path === path)?.problem ?? null) : null
  return { submit, busy, sentence, fieldProblem }
}

/** A path of ours out of `?next=`, never another site. */
export const safeNext = (wanted: string | null): string =>
  wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\') ? wanted : '/'
