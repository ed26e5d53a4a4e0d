import { Link } from '@tanstack/react-router'
import { Card, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskList } from '../ask-list.tsx'
import { SendingNote } from '../sending-note.tsx'
import { findingOf } from '../series/series.ts'
import { usePlans } from '../use-asking.ts'
import { NewPlan } from './new-plan.tsx'

/** Plans that ask each person every so many days. */
export default function RollingPage() {
  const { t, f } = useWords()
  return (
    <AskList
      on="rolling"
      words="rolling"
      of={usePlans()}
      finding={plans => t('waves.rolling.finding', findingOf(plans, f))}
      make={first => <NewPlan first={first} />}
    >
      {plans => (
        <>
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
      )}
    </AskList>
  )
}
