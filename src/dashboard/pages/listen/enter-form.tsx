import { useState } from 'react'
import { type NewAnswer, scaleOf } from '../../../vocabulary/index.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Choice, Field, Form, Select, useWords } from '../../ui/index.ts'
import { FurtherField } from './further-field.tsx'
import { PersonPicker } from './person-picker.tsx'
import { ScalePick } from './scale-pick.tsx'
import { type Entering, useEntering } from './use-entering.ts'

/** What a customer said on paper or on the phone, typed in by a member. */
export function EnterForm({ personId, done }: { personId: string | null; done: () => void }) {
  const { t } = useWords()
  const { typed, change, said, choices, survey, wording, filled, due } = useEntering(personId)
  const { run, busy } = useChange('answers', 'answer-counts', 'pulse', 'counts', 'time-line', 'cases')
  const [problem, setProblem] = useState<string | null>(null)
  const scale = survey ? scaleOf(survey.opening) : null
  const submit = async () => {
    if (scale && typed.value === null) return setProblem(t('answers.chooseFirst'))
    if (!scale && !typed.comment.trim()) return setProblem(t('answers.writeFirst'))
    const asked = new Set(due.map(({ questionId }) => questionId))
    const answer = answerOf(typed, survey?.opening === 'nps', asked)
    if ((await run(() => send('POST', '/answers', answer).then(() => true), t('answers.saved'))) === true) done()
  }
  return (
    <Form
      className="enter-answer"
      does={t('answers.save')}
      busy={busy}
      disabled={!typed.personId || !survey}
      onSubmit={() => void submit()}
      beside={<Button onClick={done}>{t('shell.cancel')}</Button>}
    >
      <p className="small">{t('answers.enterNote')}</p>
      {personId === null && <PersonPicker chosen={typed.personId} onChoose={id => change({ personId: id })} />}
      <Select
        label={t('answers.survey')}
        value={typed.surveyId}
        options={choices.map(({ surveyId, name }) => ({ value: surveyId, label: name }))}
        onChange={event => change({ surveyId: event.target.value, value: null, answers: [] })}
      />
      <div className="row">
        <Choice
          label={t('answers.channel')}
          value={typed.channel}
          of={['paper', 'phone']}
          wordOf={value => t(`answers.channels.${value}`)}
          onChange={channel => change({ channel })}
        />
        <Field
          label={t('answers.day')}
          type="date"
          value={typed.day}
          max={new Date().toISOString().slice(0, 10)}
          onChange={event => change({ day: event.target.value })}
        />
      </div>
      {scale && wording && (
        <ScalePick
          label={filled(wording.question)}
          scale={scale}
          value={typed.value}
          onChange={value => change({ value })}
        />
      )}
      <Field
        label={scale ? t('answers.comment') : filled(wording?.question ?? '')}
        lines={3}
        maxLength={5000}
        value={typed.comment}
        onChange={event => change({ comment: event.target.value })}
      />
      {wording &&
        due.map(question => (
          <FurtherField
            key={question.questionId}
            question={question}
            wording={wording.questions[question.questionId]}
            filled={filled}
            given={typed.answers.find(({ questionId }) => questionId === question.questionId) ?? null}
            onSay={said}
          />
        ))}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </Form>
  )
}

function answerOf(typed: Entering, isScore: boolean, asked: Set<string>): Partial<NewAnswer> {
  const { personId, surveyId, channel, day, value, comment } = typed
  const noon = new Date(`${day}T12:00:00`)
  return {
    ...(personId ? { personId } : {}),
    surveyId,
    channel,
    ...(value === null ? {} : isScore ? { score: value } : { rating: value }),
    comment: comment.trim() || null,
    answers: typed.answers.filter(({ questionId }) => asked.has(questionId)),
    answeredAt: (noon.getTime() > Date.now() ? new Date() : noon).toISOString(),
  }
}
