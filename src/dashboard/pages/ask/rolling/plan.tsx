import { Link, useParams } from '@tanstack/react-router'
import type { RollingPreview } from '../../../../vocabulary/rolling-plan.ts'
import { Card, Loaded, Progress, Table, useWords } from '../../../ui/index.ts'
import { EditCard } from '../series/edit-card.tsx'
import { ROLLING } from '../series/series.ts'
import { SeriesPage } from '../series/series-page.tsx'
import { StateCard } from '../series/state-card.tsx'
import { usePlan, usePreview } from '../use-asking.ts'
import { PlanFields } from './plan-fields.tsx'

/** One rolling plan: who is due, what became of the turns, and its rules. */
export default function PlanPage() {
  const { t } = useWords()
  const { planId } = useParams({ strict: false }) as { planId: string }
  return (
    <SeriesPage kind={ROLLING} of={usePlan(planId)} when={plan => t('waves.rolling.every', { days: plan.everyDays })}>
      {plan => (
        <>
          <DueCard planId={planId} />
          <StateCard kind={ROLLING} series={plan} note={t('waves.rolling.waves')} />
          <EditCard kind={ROLLING} series={plan}>
            {(wish, put) => <PlanFields plan={wish} put={put} />}
          </EditCard>
        </>
      )}
    </SeriesPage>
  )
}

function DueCard({ planId }: { planId: string }) {
  const { t } = useWords()
  return (
    <Card title={t('waves.rolling.due')} span={8}>
      <Loaded of={usePreview(planId)} height={220}>
        {preview => <Due preview={preview} />}
      </Loaded>
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
