import { AUDIENCE_FIELDS } from '../../../../vocabulary/audience.ts'
import type { RollingPlan } from '../../../../vocabulary/rolling-plan.ts'
import { Check, NumberField, Select, useWords } from '../../../ui/index.ts'
import type { WishOf } from '../series/series.ts'
import { SeriesFields } from '../series/series-fields.tsx'
import { useAudienceFields } from '../use-ask.ts'
import { useFields } from '../use-fields.ts'

/** What can be chosen of a plan. */
export type PlanWish = WishOf<RollingPlan>
type Props = { plan: PlanWish; put: (change: Partial<PlanWish>) => void }

/** The fields of a rolling plan. */
export function PlanFields({ plan, put }: Props) {
  const { t } = useWords()
  return (
    <SeriesFields wish={plan} put={put}>
      <StartSelect plan={plan} put={put} />
      <div className="pair">
        <NumberField
          label={t('waves.rolling.everyDays')}
          min={21}
          max={730}
          value={plan.everyDays}
          onChange={everyDays => put({ everyDays })}
        />
        <NumberField
          label={t('waves.rolling.firstAfterDays')}
          min={0}
          max={730}
          value={plan.firstAfterDays}
          onChange={firstAfterDays => put({ firstAfterDays })}
        />
      </div>
      <WeekdaysAndHours plan={plan} put={put} />
      <NumberField
        label={t('waves.rolling.spreadDays')}
        hint={t('waves.rolling.spreadHint')}
        min={1}
        max={365}
        value={plan.spreadDays}
        onChange={spreadDays => put({ spreadDays })}
      />
    </SeriesFields>
  )
}

function StartSelect({ plan, put }: Props) {
  const { t } = useWords()
  const fields = useAudienceFields().data ?? []
  const titles = useFields()
  const columns: readonly string[] = AUDIENCE_FIELDS
  const dated = fields.filter(field => !columns.includes(field.field)).map(field => field.field)
  const known = ['first_purchase', 'first_seen']
  const attributes = [...new Set([...dated, ...(known.includes(plan.startsFrom) ? [] : [plan.startsFrom])])]
  const options = [
    { value: 'first_purchase', label: t('waves.rolling.first_purchase') },
    { value: 'first_seen', label: t('waves.rolling.first_seen') },
    ...attributes.map(value => ({ value, label: t('waves.rolling.attribute', { name: titles.name(value) }) })),
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
        <NumberField
          label={t('waves.rolling.fromHour')}
          hint={t('waves.rolling.hoursHint')}
          min={8}
          max={20}
          value={plan.fromHour}
          onChange={fromHour => put({ fromHour })}
        />
        <NumberField
          label={t('waves.rolling.untilHour')}
          min={9}
          max={21}
          value={plan.untilHour}
          onChange={untilHour => put({ untilHour })}
        />
      </div>
    </fieldset>
  )
}
