import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { OPENINGS, type Opening } from '../../../vocabulary/question.ts'
import { SURVEY_KINDS, type SurveyKind, SurveyWithWording } from '../../../vocabulary/survey.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
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
  const navigate = useNavigate()
  const { run, busy } = useChange('surveys')
  const [name, setName] = useState(t('surveys.ask.surveyNameDefault', { year: String(new Date().getFullYear()) }))
  const [kind, setKind] = useState<SurveyKind>('relationship')
  const [opening, setOpening] = useState<Opening>('nps')
  const [anonymous, setAnonymous] = useState(false)
  const create = async () => {
    const made = await run(() => send('POST', '/surveys', { name, kind, opening, anonymous }, SurveyWithWording))
    if (made) await navigate({ to: `/ask/surveys/${made.surveyId}` })
  }
  return (
    <Form does={t('surveys.ask.create')} busy={busy} onSubmit={() => void create()}>
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
