import { send } from '../../api.ts'
import { Button, useWords } from '../../ui/index.ts'
import { momentText } from './due.ts'
import type { FormProps } from './form-props.ts'
import { useCaseChange } from './use-case-change.ts'

const MORNING = 9

function morningIn(days: number): Date {
  const day = new Date()
  day.setDate(day.getDate() + days)
  day.setHours(MORNING, 0, 0, 0)
  return day
}

const daysToMonday = () => (8 - new Date().getDay()) % 7 || 7
const CHOICES = [
  { name: 'tomorrow', days: () => 1 },
  { name: 'threeDays', days: () => 3 },
  { name: 'monday', days: daysToMonday },
  { name: 'month', days: () => 30 },
] as const

/** Puts a case out of sight until a morning. */
export function SnoozeForm({ found, gone }: FormProps) {
  const { t, language } = useWords()
  const { run, busy } = useCaseChange(found.caseId)
  const until = async (moment: Date) => {
    const when = momentText(moment.toISOString(), language)
    const work = () => send('PUT', `/cases/${found.caseId}/snooze`, { until: moment.toISOString() })
    if (await run(work, t('cases.snooze.done', { when }))) gone()
  }
  return (
    <div className="actions">
      {CHOICES.map(({ name, days }) => {
        const moment = morningIn(days())
        return (
          <Button key={name} busy={busy} onClick={() => until(moment)}>
            {t(`cases.snooze.${name}`)} <span className="small">{momentText(moment.toISOString(), language)}</span>
          </Button>
        )
      })}
    </div>
  )
}
