import { type ReactNode, useState } from 'react'
import { useMake } from '../../../shell/use-make.ts'
import { Form, useWords } from '../../../ui/index.ts'
import { SurveySelect, useSurveyChoice } from '../survey-select.tsx'
import type { Series, SeriesKind, WishOf } from './series.ts'

type Props<S extends Series> = { kind: SeriesKind<S>; wish: WishOf<S>; children: ReactNode }

/** Makes a series of one survey, and goes to its page. */
export function NewSeriesForm<S extends Series>({ kind, wish, children }: Props<S>) {
  const { t } = useWords()
  const { make, busy } = useMake(kind.list, kind.shape, made => `/ask/${kind.place}/${kind.idOf(made)}`)
  const [survey, setSurvey] = useState('')
  const { surveyId } = useSurveyChoice(survey)
  return (
    <Form
      className="ask"
      does={t('waves.save')}
      busy={busy}
      disabled={!surveyId}
      onSubmit={() => void make({ surveyId, ...wish })}
    >
      <SurveySelect chosen={survey} onChange={setSurvey} />
      {children}
    </Form>
  )
}
