import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { RollingPlan, type RollingPreview } from '../../../../vocabulary/rolling-plan.ts'
import { send } from '../../../api.ts'
import { Page } from '../../../shell/page.tsx'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, ErrorState, Progress, Skeleton, Table, useWords } from '../../../ui/index.ts'
import { CountsList } from '../counts-list.tsx'
import { RemoveButton } from '../remove-button.tsx'
import { SendingNote } from '../sending-note.tsx'
import { StartButton } from '../start-button.tsx'
import { usePlan, usePreview } from '../use-asking.ts'
import { PlanFields, type PlanWish } from './plan-fields.tsx'
import '../ask.css'
import '../asking.css'

/** One rolling plan: who is due, what became of the turns, and its rules. */
export default function PlanPage() {
  const { t } = useWords()
  const { planId } = useParams({ strict: false }) as { planId: string }
  const plan = usePlan(planId)
  return (
    <Page title={plan.data?.name ?? t('waves.rolling.title')}>
      {plan.error ? (
        <ErrorState error={plan.error} retry={() => plan.refetch()} />
      ) : plan.data ? (
        <Plan plan={plan.data} />
      ) : (
        <Skeleton height={400} />
      )}
    </Page>
  )
}

function Plan({ plan }: { plan: RollingPlan }) {
  const { t, f } = useWords()
  const path = `/rolling-plans/${plan.planId}`
  const facts = [
    [t('waves.waitingTurns'), f.count(plan.turns.waiting)],
    [t('waves.asked'), f.count(plan.turns.asked)],
    [t('waves.leftOut'), f.count(plan.turns.left_out)],
    [t('waves.answered'), f.count(plan.answered)],
  ] as const
  return (
    <div className="ask">
      <div className="ask-head">
        <div className="stack tight">
          <p className="small">
            <Link to="/ask/rolling">{t('waves.rolling.title')}</Link> ·{' '}
            <Link to={`/ask/surveys/${plan.surveyId}`}>{plan.surveyName}</Link> ·{' '}
            {t(plan.startedAt ? 'waves.running' : 'waves.resting')}
          </p>
          <h1>
            {plan.name}, {t('waves.rolling.every', { days: plan.everyDays })}
          </h1>
        </div>
        <StartButton
          path={path}
          running={plan.startedAt !== null}
          startText={t('waves.rolling.startText')}
          stopText={t('waves.rolling.stopText')}
          shape={RollingPlan}
          touches="rolling-plans"
        />
      </div>
      <SendingNote />
      <div className="grid">
        <DueCard planId={plan.planId} />
        <Card title={t('waves.state')} span={5}>
          <div className="stack">
            <CountsList counts={facts} />
            <p className="small">{t('waves.rolling.waves')}</p>
            <div className="row">
              <RemoveButton path={path} touches="rolling-plans" back="/ask/rolling" />
            </div>
          </div>
        </Card>
        <EditCard plan={plan} />
      </div>
    </div>
  )
}

function DueCard({ planId }: { planId: string }) {
  const { t } = useWords()
  const preview = usePreview(planId)
  return (
    <Card title={t('waves.rolling.due')} span={7}>
      {preview.error ? (
        <ErrorState error={preview.error} retry={() => preview.refetch()} />
      ) : preview.data ? (
        <Due preview={preview.data} />
      ) : (
        <Skeleton height={220} />
      )}
    </Card>
  )
}

function Due({ preview }: { preview: RollingPreview }) {
  const { t, f } = useWords()
  const most = Math.max(1, ...preview.days.map(day => day.people))
  return (
    <div className="stack">
      <p className="small">
        {t('waves.rolling.dueText', { counted: f.count(preview.counted), people: f.count(preview.people) })}
      </p>
      <div className="day-bars">
        {preview.days.map(({ day, people }) => (
          <div key={day}>
            <span>{f.shortDate(day)}</span>
            <Progress label={f.shortDate(day)} value={people} max={most} />
            <span className="num">{f.count(people)}</span>
          </div>
        ))}
      </div>
      {preview.next.length === 0 ? (
        <p>{t('waves.rolling.dueNone')}</p>
      ) : (
        <Table
          caption={t('waves.rolling.preview')}
          rows={preview.next.slice(0, 8)}
          keyOf={one => one.personId}
          columns={[
            {
              title: t('waves.person'),
              cell: one => <Link to={`/people/${one.personId}`}>{one.name ?? one.email ?? '–'}</Link>,
            },
            { title: t('waves.rolling.dueAt'), cell: one => f.moment(one.dueAt) },
          ]}
        />
      )}
    </div>
  )
}

function EditCard({ plan }: { plan: RollingPlan }) {
  const { t } = useWords()
  const { run, busy } = useChange('rolling-plans')
  const [wish, setWish] = useState<PlanWish>(() => wishOf(plan))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(() => send('PATCH', `/rolling-plans/${plan.planId}`, wish, RollingPlan), t('waves.saved'))
  }
  return (
    <Card title={t('waves.edit')} span={8}>
      <form className="stack" onSubmit={save}>
        <PlanFields plan={wish} put={change => setWish(before => ({ ...before, ...change }))} />
        <div className="row">
          <Button kind="primary" type="submit" busy={busy}>
            {t('waves.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

const wishOf = ({
  planId: _,
  surveyId: _s,
  surveyName: _n,
  startedAt: _a,
  turns: _t,
  answered: _w,
  ...wish
}: RollingPlan): PlanWish => wish
