import { useParts } from '../../../shell/use-parts.ts'
import { DialogButton, useWords } from '../../../ui/index.ts'
import { NewSeriesForm } from '../series/new-series-form.tsx'
import { ROLLING } from '../series/series.ts'
import { PlanFields, type PlanWish } from './plan-fields.tsx'

const USUAL: Omit<PlanWish, 'name'> = {
  channel: 'email',
  audience: { kind: 'all' },
  startsFrom: 'first_purchase',
  everyDays: 90,
  firstAfterDays: 90,
  spreadDays: 7,
  weekdays: [1, 2, 3, 4, 5],
  fromHour: 9,
  untilHour: 17,
  reminders: [],
}

/** The button and dialog that make a rolling plan. */
export function NewPlan({ first }: { first: boolean }) {
  const { t } = useWords()
  return (
    <DialogButton name={t('waves.rolling.new')} kind={first ? 'primary' : undefined}>
      {() => <NewPlanForm />}
    </DialogButton>
  )
}

function NewPlanForm() {
  const { t } = useWords()
  const [plan, put] = useParts<PlanWish>({ name: t('waves.rolling.nameDefault'), ...USUAL })
  return (
    <NewSeriesForm kind={ROLLING} wish={plan}>
      <PlanFields plan={plan} put={put} />
    </NewSeriesForm>
  )
}
