import type { Question } from '../../../../vocabulary/question.ts'
import { Button, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { addOption, putQuestionWords, removeOption } from './edits.ts'
import { WordsField } from './words-field.tsx'

const FEWEST = 2
const MOST = 30

/** The options of a question to choose from. */
export function OptionFields({ question }: { question: Question }) {
  const { t } = useWords()
  const { wording, language, edit } = useEditor()
  const { questionId, options } = question
  const words = wording.questions[questionId]?.options ?? {}
  return (
    <fieldset className="options">
      <legend>{t('surveys.editor.options')}</legend>
      {options.map((option, index) => (
        <div className="with-remove" key={option}>
          <WordsField
            path={`questions.${questionId}.options.${option}`}
            label={t('surveys.editor.optionN', { n: index + 1 })}
            most={300}
            value={words[option] ?? ''}
            onText={text => edit(putQuestionWords(language, questionId, { options: { ...words, [option]: text } }))}
          />
          <Button
            kind="plain"
            disabled={options.length <= FEWEST}
            aria-label={t('surveys.editor.removeOption', { n: index + 1 })}
            onClick={() => edit(removeOption(questionId, option))}
          >
            ✕
          </Button>
        </div>
      ))}
      {options.length < MOST && (
        <div className="row">
          <Button onClick={() => edit(addOption(questionId))}>{t('surveys.editor.addOption')}</Button>
        </div>
      )}
    </fieldset>
  )
}
