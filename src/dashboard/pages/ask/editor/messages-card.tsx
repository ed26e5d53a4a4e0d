import type { Wording } from '../../../../vocabulary/survey.ts'
import { Card, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { putWords } from './edits.ts'
import { WordsField } from './words-field.tsx'

const FIELDS = [
  { field: 'mailSubject', most: 150 },
  { field: 'mailIntro', most: 2000, lines: 4 },
  { field: 'reminderSubject', most: 150, optional: true },
  { field: 'reminderIntro', most: 2000, lines: 3, optional: true },
  { field: 'smsText', most: 300, lines: 2, optional: true },
] as const satisfies { field: keyof Wording; most: number; lines?: number; optional?: true }[]

/** What the mail, the reminder and the text message say around the question. */
export function MessagesCard() {
  const { t } = useWords()
  const { wording, language, edit } = useEditor()
  return (
    <Card title={t('surveys.editor.messages')}>
      <div className="stack">
        {FIELDS.map(({ field, most, ...rest }) => (
          <WordsField
            key={field}
            path={field}
            label={t(`surveys.editor.${field}`)}
            most={most}
            value={wording[field]}
            onText={text => edit(putWords(language, { [field]: text }))}
            {...rest}
            {...('optional' in rest ? { hint: t('surveys.editor.standardWhenEmpty') } : {})}
          />
        ))}
      </div>
    </Card>
  )
}
