import { type FormEvent, useState } from 'react'
import { valueTitle } from '../../../vocabulary/index.ts'
import { SurveyWithWording, type WordingLanguage } from '../../../vocabulary/survey.ts'
import { wordingChanges } from '../../../vocabulary/wording-change.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, Field, useWords } from '../../ui/index.ts'
import { ChangeList } from './editor/change-list.tsx'
import { useEditor } from './editor/editor-context.ts'
import type { useDraft } from './editor/use-draft.ts'
import { useMayChange } from './editor/use-may-change.ts'

type Draft = ReturnType<typeof useDraft>

/** Publishing a change after a look at what it is, renaming, archiving. */
export function SurveyActions({ draft, incomplete }: { draft: Draft; incomplete: WordingLanguage | null }) {
  const { t, language } = useWords()
  const { survey, problems } = useEditor()
  const { run, busy } = useChange('surveys')
  const [renaming, setRenaming] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const next = { version: survey.version + 1 }
  const path = `/surveys/${survey.surveyId}`
  const archive = () =>
    run(
      () => send('PATCH', path, { archived: survey.archivedAt === null }, SurveyWithWording),
      t(survey.archivedAt ? 'surveys.editor.broughtBack' : 'surveys.editor.archivedNow'),
    )
  const mayChange = useMayChange()
  if (mayChange === null) return null
  if (!mayChange) return <p className="row actions small">{t('surveys.editor.managersOnly')}</p>
  const mayPublish = draft.changed && incomplete === null && problems.length === 0 && survey.archivedAt === null
  return (
    <div className="row actions">
      <Button kind="primary" busy={busy} disabled={!mayPublish} onClick={() => setPublishing(true)}>
        {t('surveys.editor.save', next)}
      </Button>
      {draft.changed && (
        <Button kind="plain" onClick={draft.discard}>
          {t('surveys.editor.discard')}
        </Button>
      )}
      <Button onClick={() => setRenaming(true)}>{t('surveys.editor.rename')}</Button>
      <Button kind="plain" busy={busy} onClick={archive}>
        {t(survey.archivedAt ? 'surveys.editor.unarchive' : 'surveys.editor.archive')}
      </Button>
      {(incomplete || problems.length > 0) && (
        <p className="small g-det" role="status">
          {incomplete
            ? t('surveys.editor.incomplete', { language: valueTitle('language', incomplete, language) })
            : t('surveys.editor.notYet', { n: problems.length })}
        </p>
      )}
      <Publishing draft={draft} open={publishing} close={() => setPublishing(false)} />
      <Renaming open={renaming} close={() => setRenaming(false)} />
    </div>
  )
}

function Publishing({ draft, open, close }: { draft: Draft; open: boolean; close: () => void }) {
  const { t } = useWords()
  const { survey, wordings } = useEditor()
  const { run, busy } = useChange('surveys')
  const next = { version: survey.version + 1 }
  const publish = async () => {
    const body = { wording: wordings, basedOn: survey.version }
    const path = `/surveys/${survey.surveyId}/versions`
    const done = await run(
      async () => {
        const made = await send('POST', path, body, SurveyWithWording)
        draft.forget()
        return made
      },
      t('surveys.editor.saved', next),
    )
    if (done) close()
  }
  return (
    <Dialog title={t('surveys.editor.save', next)} open={open} onClose={close} className="library">
      <p>{t('surveys.editor.publishNote')}</p>
      <ChangeList changes={wordingChanges(survey.wording, wordings)} />
      <div className="row">
        <Button kind="primary" busy={busy} onClick={publish} data-first>
          {t('surveys.editor.publishDo')}
        </Button>
      </div>
    </Dialog>
  )
}

function Renaming({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useWords()
  const { survey } = useEditor()
  const { run, busy } = useChange('surveys')
  const [name, setName] = useState(survey.name)
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    const path = `/surveys/${survey.surveyId}`
    if (await run(() => send('PATCH', path, { name }, SurveyWithWording), t('surveys.editor.renamed'))) close()
  }
  return (
    <Dialog title={t('surveys.editor.rename')} open={open} onClose={close}>
      <form className="stack" onSubmit={rename}>
        <Field
          label={t('surveys.ask.surveyName')}
          data-first
          required
          maxLength={200}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <div className="row">
          <Button kind="primary" type="submit" busy={busy} disabled={name.trim() === ''}>
            {t('surveys.editor.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
