import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Form, useWords } from '../../../ui/index.ts'
import { SurveySelect, useSurveyChoice } from '../survey-select.tsx'
import type { Series, SeriesKind, WishOf } from './series.ts'

type Props<S extends Series> = { kind: SeriesKind<S>; wish: WishOf<S>; children: ReactNode }

/** Makes a series of one survey, and goes to its page. */
export function NewSeriesForm<S extends Series>({ kind, wish, children }: Props<S>) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange(kind.list)
  const [survey, setSurvey] = useState('')
  const { surveyId } = useSurveyChoice(survey)
  const create = async () => {
    const made = await run(() => send('POST', `/${kind.list}`, { surveyId, ...wish }, kind.shape))
    if (made) await navigate({ to: `/ask/${kind.place}/${kind.idOf(made)}` })
  }
  return (
    <Form className="ask" does={t('waves.save')} busy={busy} disabled={!surveyId} onSubmit={() => void create()}>
      <SurveySelect chosen={survey} onChange={setSurvey} />
      {children}
    </Form>
  )
}
