import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AnonymityRule } from '../../../../vocabulary/rating.ts'
import { SurveyWithWording } from '../../../../vocabulary/survey.ts'
import { get, send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Field, useWords } from '../../../ui/index.ts'

/** How many answers of this anonymous survey have to come together: never fewer than the workspace says or was promised. */
export function ThresholdForm({ survey, mayChange }: { survey: SurveyWithWording; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('surveys', 'pulse')
  const rule = useQuery({ queryKey: ['anonymity'], queryFn: () => get('/anonymity', AnonymityRule) })
  const [given, setGiven] = useState(String(survey.anonymousThreshold))
  const hasAnswers = survey.responses > 0
  const least = hasAnswers ? survey.anonymousThreshold : (rule.data?.shownFrom ?? survey.anonymousThreshold)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const facts = { anonymousThreshold: Number(given) }
    void run(
      () => send('PATCH', `/surveys/${survey.surveyId}`, facts, SurveyWithWording),
      t('surveys.editor.factSaved'),
    )
  }
  const isNew = Number(given) !== survey.anonymousThreshold
  return (
    <form onSubmit={save} className="stack">
      <Field
        label={t('surveys.editor.threshold')}
        hint={hasAnswers ? t('surveys.editor.thresholdFixed') : t('surveys.editor.thresholdHint', { least })}
        type="number"
        min={least}
        max={1000}
        required
        disabled={!mayChange}
        value={given}
        onChange={event => setGiven(event.target.value)}
      />
      {mayChange && isNew && (
        <Button type="submit" busy={busy}>
          {t('surveys.editor.thresholdSave')}
        </Button>
      )}
    </form>
  )
}
