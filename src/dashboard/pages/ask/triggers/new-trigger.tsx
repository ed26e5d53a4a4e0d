import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { TRIGGER_PRESETS, Trigger, type TriggerPreset } from '../../../../vocabulary/trigger.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Dialog, Select, useWords } from '../../../ui/index.ts'
import { SurveySelect, useSurveyChoice } from '../survey-select.tsx'
import { TriggerFields, type TriggerWish } from './trigger-fields.tsx'

const PRESETS = Object.keys(TRIGGER_PRESETS) as TriggerPreset[]
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

/** The button and dialog that make a trigger, from one that many companies want. */
export function NewTrigger({ first }: { first?: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange('triggers')
  const [open, setOpen] = useState(false)
  const [survey, setSurvey] = useState('')
  const [preset, setPreset] = useState<TriggerPreset | 'own'>('order_delivered')
  const [trigger, setTrigger] = useState<TriggerWish>(() => wishFor('order_delivered'))
  const { surveyId } = useSurveyChoice(survey)
  const create = async (event: FormEvent) => {
    event.preventDefault()
    const made = await run(() => send('POST', '/triggers', { surveyId, ...trigger }, Trigger))
    if (made) await navigate({ to: `/ask/triggers/${made.triggerId}` })
  }
  return (
    <>
      <Button kind={first ? 'primary' : undefined} onClick={() => setOpen(true)}>
        {t('waves.triggers.new')}
      </Button>
      <Dialog title={t('waves.triggers.new')} open={open} onClose={() => setOpen(false)}>
        <form className="stack ask" onSubmit={create}>
          <Select
            label={t('waves.triggers.preset')}
            value={preset}
            options={[...PRESETS, 'own' as const].map(value => ({
              value,
              label: t(`waves.triggers.presets.${value}`),
            }))}
            onChange={event => {
              const chosen = PRESETS.find(one => one === event.target.value) ?? 'own'
              setPreset(chosen)
              setTrigger(wishFor(chosen))
            }}
          />
          <SurveySelect chosen={survey} onChange={setSurvey} />
          <TriggerFields
            key={preset}
            trigger={trigger}
            put={change => setTrigger(before => ({ ...before, ...change }))}
          />
          <div className="row">
            <Button kind="primary" type="submit" busy={busy} disabled={!surveyId}>
              {t('waves.save')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )

  function wishFor(chosen: TriggerPreset | 'own'): TriggerWish {
    if (chosen === 'own') return EMPTY
    const { states, contraryStates, ...rest } = TRIGGER_PRESETS[chosen]
    const name = t(`waves.triggers.presets.${chosen}`)
    return { ...EMPTY, ...rest, name, states: [...states], contraryStates: [...contraryStates] }
  }
}
