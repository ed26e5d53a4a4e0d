import { Button, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import type { useDraft } from './use-draft.ts'

/** Says that changes of an earlier visit are here, and lets them be thrown away. */
export function DraftNote({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { t, f } = useWords()
  const { survey } = useEditor()
  if (!draft.kept || !draft.changed) return null
  const facts = { date: f.moment(draft.kept.at), version: draft.kept.version, newest: survey.version }
  const isOld = draft.kept.version !== survey.version
  return (
    <div className={isOld ? 'ask-note wrong' : 'ask-note'} role="status">
      <p>{t(isOld ? 'surveys.editor.draftOld' : 'surveys.editor.draftFound', facts)}</p>
      <Button onClick={draft.discard}>{t('surveys.editor.discard')}</Button>
    </div>
  )
}
