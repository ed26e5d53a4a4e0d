import { useState } from 'react'
import { valueTitle } from '../../../vocabulary/index.ts'
import { SurveyWithWording, type WordingLanguage, type Wordings } from '../../../vocabulary/survey.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, Field, useWords } from '../../ui/index.ts'

/** Publishing a change, renaming, archiving. */
export function SurveyActions(props: {
  survey: SurveyWithWording
  wordings: Wordings
  changed: boolean
  incomplete: WordingLanguage | null
}) {
  const { survey, wordings, changed, incomplete } = props
  const { t, language } = useWords()
  const { run, busy } = useChange('surveys')
  const [renaming, setRenaming] = useState(false)
  const [name, setName] = useState(survey.name)
  const next = survey.version + 1
  const path = `/surveys/${survey.surveyId}`
  const publish = () =>
    run(
      () => send('POST', `${path}/versions`, { wording: wordings }, SurveyWithWording),
      t('surveys.editor.saved', { version: next }),
    )
  const rename = async () => {
    if (await run(() => send('PATCH', path, { name }, SurveyWithWording), t('surveys.editor.renamed')))
      setRenaming(false)
  }
  const archive = () =>
    run(
      () => send('PATCH', path, { archived: survey.archivedAt === null }, SurveyWithWording),
      t(survey.archivedAt ? 'surveys.editor.broughtBack' : 'surveys.editor.archivedNow'),
    )
  return (
    <div className="row actions">
      <Button
        kind="primary"
        busy={busy}
        disabled={!changed || incomplete !== null || survey.archivedAt !== null}
        onClick={publish}
      >
        {t('surveys.editor.save', { version: next })}
      </Button>
      <Button onClick={() => setRenaming(true)}>{t('surveys.editor.rename')}</Button>
      <Button kind="plain" busy={busy} onClick={archive}>
        {t(survey.archivedAt ? 'surveys.editor.unarchive' : 'surveys.editor.archive')}
      </Button>
      {incomplete && (
        <p className="small g-det" role="status">
          {t('surveys.editor.incomplete', { language: valueTitle('language', incomplete, language) })}
        </p>
      )}
      <Dialog title={t('surveys.editor.rename')} open={renaming} onClose={() => setRenaming(false)}>
        <Field
          label={t('surveys.ask.surveyName')}
          data-first
          maxLength={200}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <div className="row">
          <Button kind="primary" busy={busy} disabled={name.trim() === ''} onClick={rename}>
            {t('surveys.editor.rename')}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
