import type { ReminderCheck } from '../../../vocabulary/reminder.ts'
import { Button, NumberField, useWords } from '../../ui/index.ts'

const MOST = 3
const USUAL_DAYS = 4

/** After how many days those who did not answer are reminded. */
export function RemindersField(props: {
  reminders: number[]
  checks?: ReminderCheck[]
  onChange: (reminders: number[]) => void
}) {
  const { t } = useWords()
  const { reminders, onChange } = props
  const put = (at: number, days: number) => onChange(reminders.map((own, i) => (i === at ? days : own)))
  return (
    <fieldset className="filter-box stack">
      <legend>{t('waves.reminders.title')}</legend>
      <p className="small">{t(reminders.length === 0 ? 'waves.reminders.none' : 'waves.reminders.text')}</p>
      {reminders.map((days, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reminder is its place in the order
        <div className="row between" key={i}>
          <NumberField
            label={t('waves.reminders.after', { step: String(i + 1) })}
            min={1}
            max={60}
            value={days}
            problem={props.checks?.[i]?.fits === false ? t('waves.reminders.fitsNot', { afterDays: days }) : null}
            onChange={chosen => put(i, Math.min(60, Math.max(1, chosen)))}
          />
          <Button kind="plain" onClick={() => onChange(reminders.filter((_, at) => at !== i))}>
            {t('waves.reminders.remove')}
          </Button>
        </div>
      ))}
      {reminders.length < MOST && (
        <div className="row">
          <Button onClick={() => onChange([...reminders, USUAL_DAYS])}>{t('waves.reminders.add')}</Button>
        </div>
      )}
    </fieldset>
  )
}
