import { type Condition, OPENING_ID, type Question } from '../../../../vocabulary/question.ts'
import { Button, Chip, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { putCondition } from './edits.ts'
import { ratingsOf } from './scale-parts.ts'

const toggled = <T,>(list: readonly T[], one: T, order: readonly T[]): T[] =>
  order.filter(own => (own === one ? !list.includes(own) : list.includes(own)))

/** One condition: the earlier question, and the answers that lead here. */
export function ConditionItem(props: { question: Question; condition: Condition; at: number }) {
  const { question, condition, at } = props
  const { t } = useWords()
  const { survey, wordings, wording, edit } = useEditor()
  const about = wordings.questions.find(one => one.questionId === condition.questionId)
  const words = wording.questions[condition.questionId]
  const text = condition.questionId === OPENING_ID ? wording.question : (words?.text ?? condition.questionId)
  const put = (change: Partial<Condition>) => edit(putCondition(question.questionId, at, { ...condition, ...change }))
  const ratings = ratingsOf(about?.kind ?? survey.opening)
  const options = about?.options ?? []
  return (
    <fieldset className="condition">
      <legend>{t('surveys.editor.whenAnswered', { question: text })}</legend>
      <div className="row">
        {about?.kind === 'choice'
          ? options.map(option => (
              <Chip
                key={option}
                pressed={condition.options.includes(option)}
                onPress={() => put({ options: toggled(condition.options, option, options) })}
              >
                {words?.options[option] || option}
              </Chip>
            ))
          : ratings.map(rating => (
              <Chip
                key={rating}
                pressed={condition.ratings.includes(rating)}
                onPress={() => put({ ratings: toggled(condition.ratings, rating, ratings) })}
              >
                {rating}
              </Chip>
            ))}
        <Button kind="plain" onClick={() => edit(putCondition(question.questionId, at, null))}>
          {t('surveys.editor.removeCondition')}
        </Button>
      </div>
    </fieldset>
  )
}
