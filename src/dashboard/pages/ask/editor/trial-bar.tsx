import type { Question } from '../../../../vocabulary/question.ts'
import type { Wording } from '../../../../vocabulary/survey.ts'
import { ChipSelect, useWords } from '../../../ui/index.ts'
import { useEditor } from './editor-context.ts'
import { ratingsOf } from './scale-parts.ts'
import { answered, decidingQuestions, type Trial } from './trial.ts'

/** What the person of the preview answers: the opening, and every question that decides what comes next. */
export function TrialBar(props: {
  trial: Trial
  questions: Question[]
  wording: Wording
  change: (trial: Trial) => void
}) {
  const { trial, questions, wording, change } = props
  const { t } = useWords()
  const { survey } = useEditor()
  const ratings = ratingsOf(survey.opening)
  return (
    <div className="row">
      {ratings.length > 0 && (
        <ChipSelect
          label={t('surveys.editor.trialOpening')}
          value={String(trial.value)}
          options={ratings.map(rating => ({
            value: String(rating),
            label: t('surveys.editor.trialAnswer', { answer: String(rating) }),
          }))}
          onChange={value => change({ ...trial, value: Number(value) })}
        />
      )}
      {decidingQuestions(questions, trial).map(question => (
        <ChipSelect
          key={question.questionId}
          label={wording.questions[question.questionId]?.text ?? question.questionId}
          lead={<span className="trial-lead">{wording.questions[question.questionId]?.text}</span>}
          value={chosenIn(trial, question.questionId)}
          options={[
            { value: '', label: t('surveys.editor.trialNone') },
            ...answersTo(question, wording).map(({ value, label }) => ({
              value,
              label: t('surveys.editor.trialThen', { answer: label }),
            })),
          ]}
          onChange={value => change(answered(trial, question, value))}
        />
      ))}
    </div>
  )
}

const chosenIn = ({ answers }: Trial, questionId: string): string => {
  const answer = answers.find(one => one.questionId === questionId)
  return answer?.choices?.[0] ?? (typeof answer?.rating === 'number' ? String(answer.rating) : '')
}

const answersTo = ({ kind, options, questionId }: Question, wording: Wording) =>
  kind === 'choice'
    ? options.map(value => ({ value, label: wording.questions[questionId]?.options[value] ?? value }))
    : ratingsOf(kind).map(rating => ({ value: String(rating), label: String(rating) }))
