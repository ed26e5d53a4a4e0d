import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { SurveyWithWording } from '../../../vocabulary/survey.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, Field, useWords } from '../../ui/index.ts'

/** The button and dialog that make a survey with the standard wording. */
export function NewSurvey({ first }: { first?: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange('surveys')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(t('surveys.ask.surveyNameDefault', { year: String(new Date().getFullYear()) }))
  const create = async (event: FormEvent) => {
    event.preventDefault()
    const made = await run(() => send('POST', '/surveys', { name }, SurveyWithWording))
    if (made) await navigate({ to: `/ask/surveys/${made.surveyId}` })
  }
  return (
    <>
      <Button kind={first ? 'primary' : undefined} onClick={() => setOpen(true)}>
        {t(first ? 'surveys.ask.emptyDo' : 'surveys.ask.newSurvey')}
      </Button>
      <Dialog title={t('surveys.ask.newSurvey')} open={open} onClose={() => setOpen(false)}>
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
          <div className="row">
            <Button kind="primary" type="submit" busy={busy}>
              {t('surveys.ask.create')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
