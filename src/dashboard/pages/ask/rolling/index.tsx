import { Link } from '@tanstack/react-router'
import type { RollingPlan } from '../../../../vocabulary/rolling-plan.ts'
import { Page } from '../../../shell/page.tsx'
import { Card, EmptyState, ErrorState, Skeleton, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskTabs } from '../ask-tabs.tsx'
import { SendingNote } from '../sending-note.tsx'
import { usePlans } from '../use-asking.ts'
import { NewPlan } from './new-plan.tsx'
import '../ask.css'

/** Plans that ask each person every so many days. */
export default function RollingPage() {
  const { t } = useWords()
  const plans = usePlans()
  return (
    <Page title={t('waves.rolling.title')}>
      <div className="ask">
        <AskTabs on="rolling" />
        {plans.error ? (
          <ErrorState error={plans.error} retry={() => plans.refetch()} />
        ) : !plans.data ? (
          <Skeleton height={320} />
        ) : plans.data.length === 0 ? (
          <>
            <h1 className="hidden">{t('waves.rolling.title')}</h1>
            <EmptyState title={t('waves.rolling.emptyTitle')} text={t('waves.rolling.emptyText')}>
              <NewPlan first />
            </EmptyState>
          </>
        ) : (
          <Plans plans={plans.data} />
        )}
      </div>
    </Page>
  )
}

function Plans({ plans }: { plans: RollingPlan[] }) {
  const { t, f } = useWords()
  return (
    <>
      <div className="ask-head">
        <h1>{t('waves.rolling.headline')}</h1>
        <NewPlan />
      </div>
      <SendingNote />
      <Card title={t('waves.rolling.title')}>
        <Table
          caption={t('waves.rolling.title')}
          rows={plans}
          keyOf={plan => plan.planId}
          columns={[
            { title: t('waves.name'), cell: plan => <Link to={`/ask/rolling/${plan.planId}`}>{plan.name}</Link> },
            { title: t('waves.survey'), cell: plan => plan.surveyName },
            { title: t('waves.when'), cell: plan => t('waves.rolling.every', { days: plan.everyDays }) },
            {
              title: t('waves.state'),
              cell: plan => <Tag>{t(plan.startedAt ? 'waves.running' : 'waves.resting')}</Tag>,
            },
            { title: t('waves.asked'), cell: plan => f.count(plan.turns.asked), figure: true },
            { title: t('waves.answered'), cell: plan => f.count(plan.answered), figure: true },
          ]}
        />
      </Card>
    </>
  )
}
