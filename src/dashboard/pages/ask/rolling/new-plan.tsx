import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { RollingPlan } from '../../../../vocabulary/rolling-plan.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Dialog, useWords } from '../../../ui/index.ts'
import { SurveySelect, useSurveyChoice } from '../survey-select.tsx'
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
export function NewPlan({ first }: { first?: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange('rolling-plans')
  const [open, setOpen] = useState(false)
  const [survey, setSurvey] = useState('')
  const [plan, setPlan] = useState<PlanWish>({ name: t('waves.rolling.nameDefault'), ...USUAL })
  const { surveyId } = useSurveyChoice(survey)
  const create = async (event: FormEvent) => {
    event.preventDefault()
    const made = await run(() => send('POST', '/rolling-plans', { surveyId, ...plan }, RollingPlan))
    if (made) await navigate({ to: `/ask/rolling/${made.planId}` })
  }
  return (
    <>
      <Button kind={first ? 'primary' : undefined} onClick={() => setOpen(true)}>
        {t('waves.rolling.new')}
      </Button>
      <Dialog title={t('waves.rolling.new')} open={open} onClose={() => setOpen(false)}>
        <form className="stack ask" onSubmit={create}>
          <SurveySelect chosen={survey} onChange={setSurvey} />
          <PlanFields plan={plan} put={change => setPlan(before => ({ ...before, ...change }))} />
          <div className="row">
            <Button kind="primary" type="submit" busy={busy} disabled={!surveyId}>
              {t('waves.save')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
