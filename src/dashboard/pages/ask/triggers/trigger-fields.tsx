import { useState } from 'react'
import { TOUCHPOINT_KINDS } from '../../../../vocabulary/touchpoint.ts'
import type { Trigger } from '../../../../vocabulary/trigger.ts'
import { Choice, Field, NumberField, useWords } from '../../../ui/index.ts'
import type { WishOf } from '../series/series.ts'
import { SeriesFields } from '../series/series-fields.tsx'
import { TriggerTrialView } from './trigger-trial.tsx'

/** What can be chosen of a trigger. */
export type TriggerWish = WishOf<Trigger>
type Props = { trigger: TriggerWish; put: (change: Partial<TriggerWish>) => void }

const HOURS_A_DAY = 24

/** The fields of a trigger. */
export function TriggerFields({ trigger, put }: Props) {
  const { t } = useWords()
  return (
    <SeriesFields wish={trigger} put={put}>
      <Choice
        label={t('waves.triggers.kind')}
        value={trigger.touchpointKind}
        of={TOUCHPOINT_KINDS}
        wordOf={kind => t(`waves.kinds.${kind}`)}
        onChange={touchpointKind => put({ touchpointKind })}
      />
      <States
        label={t('waves.triggers.states')}
        hint={t('waves.triggers.statesHint')}
        states={trigger.states}
        onChange={states => put({ states })}
      />
      <States
        label={t('waves.triggers.contrary')}
        hint={t('waves.triggers.contraryHint')}
        states={trigger.contraryStates}
        onChange={contraryStates => put({ contraryStates })}
      />
      <Delay trigger={trigger} put={put} />
      <NumberField
        label={t('waves.triggers.rest')}
        min={7}
        max={730}
        value={trigger.restDays}
        onChange={restDays => put({ restDays })}
      />
      <TriggerTrialView trigger={trigger} />
    </SeriesFields>
  )
}

function States(props: { label: string; hint: string; states: string[]; onChange: (states: string[]) => void }) {
  const [text, setText] = useState(props.states.join(', '))
  const put = (value: string) => {
    setText(value)
    props.onChange(
      value
        .split(',')
        .map(state => state.trim())
        .filter(Boolean),
    )
  }
  return <Field label={props.label} hint={props.hint} value={text} onChange={event => put(event.target.value)} />
}

function Delay({ trigger, put }: Props) {
  const { t } = useWords()
  const [unit, setUnit] = useState<'hours' | 'days'>(
    trigger.delayHours > 0 && trigger.delayHours % HOURS_A_DAY === 0 ? 'days' : 'hours',
  )
  const factor = unit === 'days' ? HOURS_A_DAY : 1
  const amount = Math.round(trigger.delayHours / factor)
  const change = (next: number, by: number) => put({ delayHours: Math.min(8760, Math.max(0, next * by)) })
  return (
    <div className="pair">
      <NumberField
        label={t('waves.triggers.delay')}
        min={0}
        max={8760 / factor}
        value={amount}
        onChange={next => change(next, factor)}
      />
      <Choice
        label={`${t('waves.triggers.hours')} / ${t('waves.triggers.days')}`}
        value={unit}
        of={['hours', 'days']}
        wordOf={value => t(`waves.triggers.${value}`)}
        onChange={next => {
          setUnit(next)
          change(amount, next === 'days' ? HOURS_A_DAY : 1)
        }}
      />
    </div>
  )
}
