import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { OPENINGS, type Opening } from '../../../vocabulary/question.ts'
import { SURVEY_KINDS, type SurveyKind, SurveyWithWording } from '../../../vocabulary/survey.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Check, Dialog, Field, Select, useWords } from '../../ui/index.ts'
import { useMayChange } from './editor/use-may-change.ts'

/** The button and dialog that make a survey with the standard wording. */
export function NewSurvey({ first }: { first?: boolean }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (!useMayChange()) return null
  return (
    <>
      <Button kind={first ? 'primary' : undefined} onClick={() => setOpen(true)}>
        {t(first ? 'surveys.ask.emptyDo' : 'surveys.ask.newSurvey')}
      </Button>
      <Dialog title={t('surveys.ask.newSurvey')} open={open} onClose={() => setOpen(false)}>
        <NewSurveyForm />
      </Dialog>
    </>
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
  const create = async (event: FormEvent) => {
    event.preventDefault()
    const made = await run(() => send('POST', '/surveys', { name, kind, opening, anonymous }, SurveyWithWording))
    if (made) await navigate({ to: `/ask/surveys/${made.surveyId}` })
  }
  return (
    <form className="stack" onSubmit={create}>
      <Field
        label={t('surveys.ask.surveyName')}
        hint={t('surveys.ask.surveyNameHint')}
        required
        maxLength={200}
        data-first
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Select
        label={t('surveys.editor.kind')}
        hint={t(`surveys.kindNotes.${kind}`)}
        value={kind}
        options={SURVEY_KINDS.map(own => ({ value: own, label: t(`surveys.kindNames.${own}`) }))}
        onChange={event => setKind(event.target.value as SurveyKind)}
      />
      <Select
        label={t('surveys.editor.opening')}
        hint={t(`surveys.openingNotes.${opening}`)}
        value={opening}
        options={OPENINGS.map(own => ({ value: own, label: t(`surveys.openings.${own}`) }))}
        onChange={event => setOpening(event.target.value as Opening)}
      />
      <Check checked={anonymous} onChange={event => setAnonymous(event.target.checked)}>
        {t('surveys.editor.anonymous')}
      </Check>
      <p className="small">{t('surveys.editor.anonymousNote')}</p>
      <div className="row">
        <Button kind="primary" type="submit" busy={busy}>
          {t('surveys.ask.create')}
        </Button>
      </div>
    </form>
  )
}
