import { useState } from 'react'
import { OPENINGS, type Opening } from '../../../vocabulary/question.ts'
import { SURVEY_KINDS, type SurveyKind, SurveyWithWording } from '../../../vocabulary/survey.ts'
import { useMake } from '../../shell/use-make.ts'
import { Check, Choice, DialogButton, Field, Form, useWords } from '../../ui/index.ts'
import { useMayChange } from './editor/use-may-change.ts'

/** The button and dialog that make a survey with the standard wording. */
export function NewSurvey({ first }: { first?: boolean }) {
  const { t } = useWords()
  if (!useMayChange()) return null
  return (
    <DialogButton
      name={t(first ? 'surveys.ask.emptyDo' : 'surveys.ask.newSurvey')}
      title={t('surveys.ask.newSurvey')}
      kind={first ? 'primary' : undefined}
    >
      {() => <NewSurveyForm />}
    </DialogButton>
  )
}

function NewSurveyForm() {
  const { t } = useWords()
  const { make, busy } = useMake('surveys', SurveyWithWording, made => `/ask/surveys/${made.surveyId}`)
  const [name, setName] = useState(t('surveys.ask.surveyNameDefault', { year: String(new Date().getFullYear()) }))
  const [kind, setKind] = useState<SurveyKind>('relationship')
  const [opening, setOpening] = useState<Opening>('nps')
  const [anonymous, setAnonymous] = useState(false)
  return (
    <Form does={t('surveys.ask.create')} busy={busy} onSubmit={() => void make({ name, kind, opening, anonymous })}>
      <Field
        label={t('surveys.ask.surveyName')}
        hint={t('surveys.ask.surveyNameHint')}
        required
        maxLength={200}
        data-first
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Choice
        label={t('surveys.editor.kind')}
        hint={t(`surveys.kindNotes.${kind}`)}
        value={kind}
        of={SURVEY_KINDS}
        wordOf={own => t(`surveys.kindNames.${own}`)}
        onChange={setKind}
      />
      <Choice
        label={t('surveys.editor.opening')}
        hint={t(`surveys.openingNotes.${opening}`)}
        value={opening}
        of={OPENINGS}
        wordOf={own => t(`surveys.openings.${own}`)}
        onChange={setOpening}
      />
      <Check checked={anonymous} onChange={event => setAnonymous(event.target.checked)}>
        {t('surveys.editor.anonymous')}
      </Check>
      <p className="small">{t('surveys.editor.anonymousNote')}</p>
    </Form>
  )
}
