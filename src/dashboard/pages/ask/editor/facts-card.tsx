import { SURVEY_KINDS, SurveyWithWording } from '../../../../vocabulary/survey.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Card, Check, Facts, Select, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { ThresholdForm } from './threshold-form.tsx'
import { useMayChange } from './use-may-change.ts'

/** What kind of survey it is, how it opens, and whether it is anonymous. */
export function FactsCard() {
  const { t, f } = useWords()
  const { survey } = useEditor()
  const { run, busy } = useChange('surveys')
  const change = (facts: object) =>
    run(() => send('PATCH', `/surveys/${survey.surveyId}`, facts, SurveyWithWording), t('surveys.editor.factSaved'))
  const mayChange = useMayChange()
  const fixed = survey.responses > 0
  return (
    <Card title={t('surveys.editor.facts')}>
      <div className="stack">
        <Facts
          facts={[
            [t('surveys.editor.opening'), t(`surveys.openings.${survey.opening}`)],
            [t('surveys.ask.answers'), f.count(survey.responses)],
          ]}
        />
        <Select
          label={t('surveys.editor.kind')}
          hint={t(`surveys.kindNotes.${survey.kind}`)}
          disabled={busy || !mayChange}
          value={survey.kind}
          options={SURVEY_KINDS.map(kind => ({ value: kind, label: t(`surveys.kindNames.${kind}`) }))}
          onChange={event => change({ kind: event.target.value })}
        />
        <Check
          checked={survey.anonymous}
          disabled={busy || fixed || !mayChange}
          onChange={event => change({ anonymous: event.target.checked })}
        >
          {t('surveys.editor.anonymous')}
        </Check>
        <p className="small">{t(fixed ? 'surveys.editor.anonymousFixed' : 'surveys.editor.anonymousNote')}</p>
        {survey.anonymous && (
          <ThresholdForm key={survey.anonymousThreshold} survey={survey} mayChange={mayChange === true} />
        )}
      </div>
    </Card>
  )
}
