import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { SurveyWithWording, Wordings } from '../../../../vocabulary/survey.ts'
import { useToast, useWords } from '../../../ui/index.ts'
import { recall, remember } from '../../../ui/memory.ts'
import type { Edit } from './edits.ts'

const isWordings = (value: unknown): value is Wordings =>
  typeof value === 'object' && value !== null && 'texts' in value && 'questions' in value && 'language' in value
const Kept = z.object({ version: z.number(), at: z.iso.datetime(), wording: z.custom<Wordings>(isWordings) })
type Kept = z.infer<typeof Kept>

const PAUSE_MS = 400
const nameOf = ({ surveyId }: SurveyWithWording) => `draft.${surveyId}`

function readKept(survey: SurveyWithWording): Kept | null {
  const text = recall(nameOf(survey))
  if (!text) return null
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A wording on its way to the next version: kept in this browser until it is published or thrown away. */
export function useDraft(survey: SurveyWithWording) {
  const { t } = useWords()
  const toast = useToast()
  const [kept, setKept] = useState(() => readKept(survey))
  const [wordings, setWordings] = useState(kept?.wording ?? survey.wording)
  const changed = JSON.stringify(wordings) !== JSON.stringify(survey.wording)
  const leaving = useRef({ changed, said: t('surveys.editor.draftKept') })
  leaving.current.changed = changed
  useEffect(() => {
    const draft = { version: survey.version, at: new Date().toISOString(), wording: wordings }
    const timer = setTimeout(() => remember(nameOf(survey), changed ? JSON.stringify(draft) : null), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [survey, wordings, changed])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => leaving.current.changed && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => {
      removeEventListener('beforeunload', ask)
      if (leaving.current.changed) toast(leaving.current.said)
    }
  }, [toast])
  const forget = () => {
    leaving.current.changed = false
    remember(nameOf(survey), null)
    setKept(null)
  }
  return {
    wordings,
    changed,
    /** What was found from an earlier visit. */
    kept,
    edit: (change: Edit) => setWordings(change),
    forget,
    discard: () => {
      forget()
      setWordings(survey.wording)
    },
  }
}
