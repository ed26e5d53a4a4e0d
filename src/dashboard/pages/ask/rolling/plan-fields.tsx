import { AUDIENCE_FIELDS } from '../../../../vocabulary/audience.ts'
import type { NewRollingPlan } from '../../../../vocabulary/rolling-plan.ts'
import { Check, Field, Select, useWords } from '../../../ui/index.ts'
import { AudiencePicker } from '../audience-picker.tsx'
import { ChannelSelect } from '../channel-select.tsx'
import { fieldName } from '../field-name.ts'
import { RemindersField } from '../reminders-field.tsx'
import { useAudienceFields } from '../use-ask.ts'

/** What can be chosen of a plan. */
export type PlanWish = Omit<NewRollingPlan, 'surveyId'>
type Props = { plan: PlanWish; put: (change: Partial<PlanWish>) => void }

/** The fields of a rolling plan. */
export function PlanFields({ plan, put }: Props) {
  const { t } = useWords()
  return (
    <>
      <Field
        label={t('waves.name')}
        required
        maxLength={200}
        value={plan.name}
        onChange={event => put({ name: event.target.value })}
      />
      <StartSelect plan={plan} put={put} />
      <div className="pair">
        <Days name="everyDays" min={21} plan={plan} put={put} />
        <Days name="firstAfterDays" min={0} plan={plan} put={put} />
      </div>
      <WeekdaysAndHours plan={plan} put={put} />
      <Days name="spreadDays" min={1} hint={t('waves.rolling.spreadHint')} plan={plan} put={put} />
      <AudiencePicker audience={plan.audience} onChange={audience => put({ audience })} />
      <ChannelSelect channel={plan.channel} onChange={channel => put({ channel })} />
      <RemindersField reminders={plan.reminders} onChange={reminders => put({ reminders })} />
    </>
  )
}

function StartSelect({ plan, put }: Props) {
  const { t } = useWords()
  const fields = useAudienceFields().data ?? []
  const columns: readonly string[] = AUDIENCE_FIELDS
  const dated = fields.filter(field => !columns.includes(field.field)).map(field => field.field)
  const known = ['first_purchase', 'first_seen']
  const attributes = [...new Set([...dated, ...(known.includes(plan.startsFrom) ? [] : [plan.startsFrom])])]
  const options = [
    { value: 'first_purchase', label: t('waves.rolling.first_purchase') },
    { value: 'first_seen', label: t('waves.rolling.first_seen') },
    ...attributes.map(value => ({ value, label: t('waves.rolling.attribute', { name: fieldName(value, t) }) })),
  ]
  return (
    <Select
      label={t('waves.rolling.startsFrom')}
      value={plan.startsFrom}
      options={options}
      onChange={event => put({ startsFrom: event.target.value as PlanWish['startsFrom'] })}
    />
  )
}

function Days(props: Props & { name: 'everyDays' | 'firstAfterDays' | 'spreadDays'; min: number; hint?: string }) {
  const { t } = useWords()
  const { name, min, hint, plan, put } = props
  return (
    <Field
      label={t(`waves.rolling.${name}`)}
      hint={hint}
      type="number"
      min={min}
      max={name === 'spreadDays' ? 365 : 730}
      required
      value={plan[name]}
      onChange={event => put({ [name]: Math.floor(Number(event.target.value)) })}
    />
  )
}

/** A Monday, for the names of the days. */
const MONDAY = Date.UTC(2026, 5, 1)
const WEEK = [1, 2, 3, 4, 5, 6, 7]

function WeekdaysAndHours({ plan, put }: Props) {
  const { t, language } = useWords()
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const toggle = (day: number, on: boolean) => {
    const weekdays = on ? [...plan.weekdays, day].sort() : plan.weekdays.filter(own => own !== day)
    if (weekdays.length > 0) put({ weekdays })
  }
  return (
    <fieldset className="filter-box stack">
      <legend>{t('waves.rolling.weekdays')}</legend>
      <div className="weekdays">
        {WEEK.map(day => (
          <Check key={day} checked={plan.weekdays.includes(day)} onChange={event => toggle(day, event.target.checked)}>
            {name.format(new Date(MONDAY + (day - 1) * 86_400_000))}
          </Check>
        ))}
      </div>
      <div className="pair">
        <Field
          label={t('waves.rolling.fromHour')}
          hint={t('waves.rolling.hoursHint')}
          type="number"
          min={8}
          max={20}
          required
          value={plan.fromHour}
          onChange={event => put({ fromHour: Number(event.target.value) })}
        />
        <Field
          label={t('waves.rolling.untilHour')}
          type="number"
          min={9}
          max={21}
          required
          value={plan.untilHour}
          onChange={event => put({ untilHour: Number(event.target.value) })}
        />
      </div>
    </fieldset>
  )
}
