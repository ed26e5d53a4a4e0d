import { scaleOf } from '../../../../vocabulary/question.ts'
import { Card, Tag, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { putWords } from './edits.ts'
import { WordsField } from './words-field.tsx'

/** The first question with the ends of its scale. */
export function OpeningCard() {
  const { t } = useWords()
  const { survey, wording, language, edit } = useEditor()
  const scale = scaleOf(survey.opening)
  const put = (field: 'question' | 'lowEnd' | 'highEnd') => (text: string) =>
    edit(putWords(language, { [field]: text }))
  return (
    <Card title={t('surveys.editor.question')} aside={<Tag>{t(`surveys.openings.${survey.opening}`)}</Tag>}>
      <div className="stack">
        <WordsField
          path="question"
          label={t('surveys.editor.questionText')}
          lines={2}
          most={300}
          value={wording.question}
          onText={put('question')}
          hint={t('surveys.editor.placeholders', { company: '{{company}}', firstName: '{{first_name}}' })}
        />
        {scale && (
          <div className="pair">
            <WordsField
              path="lowEnd"
              label={t('surveys.editor.endOf', { rating: scale.from })}
              most={80}
              value={wording.lowEnd}
              onText={put('lowEnd')}
            />
            <WordsField
              path="highEnd"
              label={t('surveys.editor.endOf', { rating: scale.to })}
              most={80}
              value={wording.highEnd}
              onText={put('highEnd')}
            />
          </div>
        )}
      </div>
    </Card>
  )
}
