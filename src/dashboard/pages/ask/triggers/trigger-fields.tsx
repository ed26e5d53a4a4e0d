import { useState } from 'react'
import { TOUCHPOINT_KINDS, TouchpointKind } from '../../../../vocabulary/touchpoint.ts'
import type { NewTrigger } from '../../../../vocabulary/trigger.ts'
import { Field, Select, useWords } from '../../../ui/index.ts'
import { AudiencePicker } from '../audience-picker.tsx'
import { ChannelSelect } from '../channel-select.tsx'
import { RemindersField } from '../reminders-field.tsx'

/** What can be chosen of a trigger. */
export type TriggerWish = Omit<NewTrigger, 'surveyId'>
type Props = { trigger: TriggerWish; put: (change: Partial<TriggerWish>) => void }

const HOURS_A_DAY = 24

/** The fields of a trigger. */
export function TriggerFields({ trigger, put }: Props) {
  const { t } = useWords()
  return (
    <>
      <Field
        label={t('waves.name')}
        required
        maxLength={200}
        value={trigger.name}
        onChange={event => put({ name: event.target.value })}
      />
      <Select
        label={t('waves.triggers.kind')}
        value={trigger.touchpointKind}
        options={TOUCHPOINT_KINDS.map(value => ({ value, label: t(`waves.kinds.${value}`) }))}
        onChange={event => put({ touchpointKind: TouchpointKind.parse(event.target.value) })}
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
      <Field
        label={t('waves.triggers.rest')}
        type="number"
        min={7}
        max={730}
        required
        value={trigger.restDays}
        onChange={event => put({ restDays: Math.floor(Number(event.target.value)) })}
      />
      <AudiencePicker audience={trigger.audience} onChange={audience => put({ audience })} />
      <ChannelSelect channel={trigger.channel} onChange={channel => put({ channel })} />
      <RemindersField reminders={trigger.reminders} onChange={reminders => put({ reminders })} />
    </>
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
  const change = (next: number, by: number) => put({ delayHours: Math.min(8760, Math.max(0, Math.floor(next) * by)) })
  return (
    <div className="pair">
      <Field
        label={t('waves.triggers.delay')}
        type="number"
        min={0}
        max={8760 / factor}
        required
        value={amount}
        onChange={event => change(Number(event.target.value), factor)}
      />
      <Select
        label={`${t('waves.triggers.hours')} / ${t('waves.triggers.days')}`}
        value={unit}
        options={(['hours', 'days'] as const).map(value => ({ value, label: t(`waves.triggers.${value}`) }))}
        onChange={event => {
          const next = event.target.value === 'days' ? 'days' : 'hours'
          setUnit(next)
          change(amount, next === 'days' ? HOURS_A_DAY : 1)
        }}
      />
    </div>
  )
}
