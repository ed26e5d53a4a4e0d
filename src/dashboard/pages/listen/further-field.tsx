import { type Question, type QuestionAnswer, type QuestionWording, scaleOf } from '../../../vocabulary/index.ts'
import { Check, Field, Select, useWords } from '../../ui/index.ts'
import { ScalePick } from './scale-pick.tsx'

type Props = {
  question: Question
  wording: QuestionWording | undefined
  given: QuestionAnswer | null
  /** Fills in the placeholders of a text. */
  filled: (text: string) => string
  onSay: (answer: QuestionAnswer) => void
}

/** A question after the first, as a member types in its answer. */
export function FurtherField({ question, wording, given, filled, onSay }: Props) {
  const { questionId, kind } = question
  const label = filled(wording?.text ?? questionId)
  const scale = scaleOf(kind)
  if (scale) {
    const say = (rating: number) => onSay({ questionId, rating })
    return <ScalePick label={label} scale={scale} value={given?.rating ?? null} onChange={say} />
  }
  if (kind === 'choice')
    return <ChoiceField question={question} wording={wording} given={given} filled={filled} onSay={onSay} />
  return (
    <Field
      label={label}
      lines={2}
      maxLength={5000}
      value={given?.words ?? ''}
      onChange={event => onSay({ questionId, words: event.target.value })}
    />
  )
}

function ChoiceField({ question, wording, given, filled, onSay }: Props) {
  const { t } = useWords()
  const { questionId, options, several } = question
  const chosen = given?.choices ?? []
  const nameOf = (option: string) => wording?.options[option] ?? option
  if (several) {
    const turn = (option: string) =>
      onSay({
        questionId,
        choices: chosen.includes(option) ? chosen.filter(one => one !== option) : [...chosen, option],
      })
    return (
      <fieldset>
        <legend>{filled(wording?.text ?? questionId)}</legend>
        {options.map(option => (
          <Check key={option} checked={chosen.includes(option)} onChange={() => turn(option)}>
            {nameOf(option)}
          </Check>
        ))}
      </fieldset>
    )
  }
  return (
    <Select
      label={filled(wording?.text ?? questionId)}
      value={chosen[0] ?? ''}
      options={[
        { value: '', label: t('answers.anyOption') },
        ...options.map(value => ({ value, label: nameOf(value) })),
      ]}
      onChange={event => onSay({ questionId, choices: event.target.value ? [event.target.value] : [] })}
    />
  )
}
