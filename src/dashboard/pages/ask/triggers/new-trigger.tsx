import { useState } from 'react'
import type { Speak } from '../../../../languages/index.ts'
import { TRIGGER_PRESETS, type TriggerPreset } from '../../../../vocabulary/trigger.ts'
import { useParts } from '../../../shell/use-parts.ts'
import { Choice, DialogButton, useWords } from '../../../ui/index.ts'
import { NewSeriesForm } from '../series/new-series-form.tsx'
import { TRIGGERS } from '../series/series.ts'
import { TriggerFields, type TriggerWish } from './trigger-fields.tsx'

type Start = TriggerPreset | 'own'

const STARTS: Start[] = [...(Object.keys(TRIGGER_PRESETS) as TriggerPreset[]), 'own']
const EMPTY: TriggerWish = {
  name: '',
  channel: 'email',
  audience: { kind: 'all' },
  touchpointKind: 'order',
  states: [],
  contraryStates: [],
  delayHours: 0,
  restDays: 90,
  reminders: [],
}

function wishFor(start: Start, t: Speak): TriggerWish {
  if (start === 'own') return EMPTY
  const { states, contraryStates, ...rest } = TRIGGER_PRESETS[start]
  const name = t(`waves.triggers.presets.${start}`)
  return { ...EMPTY, ...rest, name, states: [...states], contraryStates: [...contraryStates] }
}

/** The button and dialog that make a trigger, from one that many companies want. */
export function NewTrigger({ first }: { first: boolean }) {
  const { t } = useWords()
  return (
    <DialogButton name={t('waves.triggers.new')} kind={first ? 'primary' : undefined}>
      {() => <NewTriggerForm />}
    </DialogButton>
  )
}

function NewTriggerForm() {
  const { t } = useWords()
  const [start, setStart] = useState<Start>('order_delivered')
  const [trigger, put] = useParts<TriggerWish>(() => wishFor(start, t))
  return (
    <NewSeriesForm kind={TRIGGERS} wish={trigger}>
      <Choice
        label={t('waves.triggers.preset')}
        value={start}
        of={STARTS}
        wordOf={value => t(`waves.triggers.presets.${value}`)}
        onChange={chosen => {
          setStart(chosen)
          put(wishFor(chosen, t))
        }}
      />
      <TriggerFields key={start} trigger={trigger} put={put} />
    </NewSeriesForm>
  )
}
