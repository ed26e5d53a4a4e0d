import { type Condition, OPENING_ID, type Question } from '../../../../vocabulary/question.ts'
import { Button, ChipSelect, useWords } from '../../../ui/index.ts'
import { ConditionItem } from './condition-item.tsx'
import { sentenceOf } from './condition-sentence.ts'
import { useEditor } from './editor-context.ts'
import { putCondition, putQuestion } from './edits.ts'
import { ratingsOf } from './scale-parts.ts'

/** When a question is asked, in a plain sentence; unfolded, what it depends on. */
export function Conditions({ question, index }: { question: Question; index: number }) {
  const { t, language: own } = useWords()
  const { survey, wordings, wording, edit } = useEditor()
  const earlier = wordings.questions.slice(0, index)
  const askable = [
    ...(survey.opening === 'free' ? [] : [{ value: OPENING_ID, label: wording.question }]),
    ...earlier
      .filter(({ kind }) => kind !== 'free')
      .map(({ questionId }) => ({ value: questionId, label: wording.questions[questionId]?.text || questionId })),
  ]
  const add = (questionId: string) => {
    const about = earlier.find(one => one.questionId === questionId)
    const fresh: Condition = {
      questionId,
      ratings: about?.kind === 'choice' ? [] : ratingsOf(about?.kind ?? survey.opening).slice(-1),
      options: about?.options.slice(0, 1) ?? [],
    }
    edit(putCondition(question.questionId, question.when.length, fresh))
  }
  return (
    <details className="conditions">
      <summary>
        {question.when.length === 0
          ? t('surveys.editor.askedOfAll')
          : question.when.map(condition => sentenceOf(condition, { t, own, wording })).join(' ')}
      </summary>
      <div className="stack tight">
        {question.when.map((condition, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place.
          <ConditionItem key={condition.questionId + at} question={question} condition={condition} at={at} />
        ))}
        {askable.length > 0 ? (
          <ChipSelect
            label={t('surveys.editor.addCondition')}
            value=""
            options={[{ value: '', label: t('surveys.editor.addCondition') }, ...askable]}
            onChange={add}
          />
        ) : (
          <p className="small">{t('surveys.editor.noConditions')}</p>
        )}
        {question.when.length > 0 && (
          <div className="row">
            <Button kind="plain" onClick={() => edit(putQuestion(question.questionId, { when: [] }))}>
              {t('surveys.editor.askEverybody')}
            </Button>
          </div>
        )}
      </div>
    </details>
  )
}
