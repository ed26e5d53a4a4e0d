import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AnonymityRule } from '../../../../vocabulary/rating.ts'
import { SurveyWithWording } from '../../../../vocabulary/survey.ts'
import { get, send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Form, NumberField, useWords } from '../../../ui/index.ts'

/** How many answers of this anonymous survey have to come together: never fewer than the workspace says or was promised. */
export function ThresholdForm({ survey, mayChange }: { survey: SurveyWithWording; mayChange: boolean }) {
  const { t } = useWords()
  const { run, busy } = useChange('surveys', 'pulse')
  const rule = useQuery({ queryKey: ['anonymity'], queryFn: () => get('/anonymity', AnonymityRule) })
  const [anonymousThreshold, setThreshold] = useState(survey.anonymousThreshold)
  const hasAnswers = survey.responses > 0
  const least = hasAnswers ? survey.anonymousThreshold : (rule.data?.shownFrom ?? survey.anonymousThreshold)
  const save = () =>
    void run(
      () => send('PATCH', `/surveys/${survey.surveyId}`, { anonymousThreshold }, SurveyWithWording),
      t('surveys.editor.factSaved'),
    )
  const isNew = anonymousThreshold !== survey.anonymousThreshold
  return (
    <Form quiet does={mayChange && isNew ? t('surveys.editor.thresholdSave') : null} busy={busy} onSubmit={save}>
      <NumberField
        label={t('surveys.editor.threshold')}
        hint={hasAnswers ? t('surveys.editor.thresholdFixed') : t('surveys.editor.thresholdHint', { least })}
        min={least}
        max={1000}
        disabled={!mayChange}
        value={anonymousThreshold}
        onChange={setThreshold}
      />
    </Form>
  )
}
