import { useState } from 'react'
import type { SamplePlan, SampleQuestion } from '../../../vocabulary/sample.ts'
import { Button, Card, Field, Loaded, Table, useWords } from '../../ui/index.ts'
import { useSamplePlan } from './use-asking.ts'

/** Says before the send what the answers will be able to show, and how many are needed for more. */
export function PlannerCard({ question, onTake }: { question: SampleQuestion; onTake: (size: number) => void }) {
  const { t } = useWords()
  const [percent, setPercent] = useState('')
  const given = Number(percent)
  const responseRate = percent !== '' && given > 0 && given <= 100 ? given / 100 : undefined
  const plan = useSamplePlan({ ...question, ...(responseRate === undefined ? {} : { responseRate }) })
  return (
    <Card title={t('waves.sample.planner')}>
      <Loaded of={plan} height={200}>
        {found => (
          <div className="stack" aria-busy={plan.isPlaceholderData}>
            <Outlook plan={found} />
            <Goals plan={found} onTake={onTake} />
            {found.strata.length > 0 && <Strata plan={found} />}
            <Field
              label={t('waves.sample.rate')}
              hint={t('waves.sample.rateHint')}
              type="number"
              min={1}
              max={100}
              value={percent}
              onChange={event => setPercent(event.target.value)}
            />
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function Outlook({ plan }: { plan: SamplePlan }) {
  const { t, f } = useWords()
  const { responseRate: rate, expectation } = plan
  const share = f.percent(rate.share, 0)
  const limits = { lower: f.percent(rate.lower ?? 0, 0), upper: f.percent(rate.upper ?? 0, 0) }
  const rateText = {
    history: () => t('waves.sample.rateHistory', { share, invited: rate.invited, ...limits }),
    assumed: () => t('waves.sample.rateAssumed', { share }),
    given: () => t('waves.sample.rateGiven', { share }),
  }
  return (
    <>
      <p className="verdict-line" role="status">
        <strong>
          {plan.answers < 1
            ? t('waves.sample.expectedNone')
            : t('waves.sample.expected', { answers: f.count(plan.answers), invited: f.count(plan.invited) })}
        </strong>{' '}
        {plan.margin === null
          ? t('waves.sample.marginNone')
          : t('waves.sample.margin', { margin: f.number(Math.min(plan.margin, 100), plan.margin < 10 ? 1 : 0) })}
      </p>
      <p className="small">
        {rateText[rate.source]()}{' '}
        {expectation.source === 'assumed'
          ? t('waves.sample.sharesAssumed')
          : t('waves.sample.sharesHistory', { answers: f.count(expectation.answers) })}{' '}
        {plan.detectable !== null &&
          plan.detectable < 100 &&
          t('waves.sample.detectable', { points: f.number(plan.detectable, 0) })}
      </p>
    </>
  )
}

function Goals({ plan, onTake }: { plan: SamplePlan; onTake: (size: number) => void }) {
  const { t, f } = useWords()
  return (
    <Table
      caption={t('waves.sample.planner')}
      rows={plan.goals}
      keyOf={goal => String(goal.margin)}
      columns={[
        { title: t('waves.sample.goal'), cell: goal => t('waves.sample.goalPoints', { margin: goal.margin }) },
        { title: t('waves.sample.goalAnswers'), cell: goal => f.count(goal.answers), figure: true },
        { title: t('waves.sample.goalInvitations'), cell: goal => f.count(goal.invitations), figure: true },
        {
          title: t('waves.sample.size'),
          cell: goal =>
            goal.possible ? (
              <Button kind="plain" onClick={() => onTake(goal.invitations)}>
                {t('waves.sample.take')}
              </Button>
            ) : (
              <span className="small">{t('waves.sample.goalNo', { reachable: f.count(plan.reachable) })}</span>
            ),
        },
      ]}
    />
  )
}

function Strata({ plan }: { plan: SamplePlan }) {
  const { t, f } = useWords()
  return (
    <Table
      caption={t('waves.sample.allocation')}
      rows={plan.strata}
      keyOf={stratum => stratum.value ?? ''}
      columns={[
        { title: t('waves.sample.part'), cell: stratum => stratum.value ?? t('waves.sample.partNone') },
        { title: t('waves.sample.there'), cell: stratum => f.count(stratum.frame), figure: true },
        { title: t('waves.sample.drawn'), cell: stratum => f.count(stratum.drawn), figure: true },
        { title: t('waves.sample.weight'), cell: stratum => f.number(stratum.weight, 2), figure: true },
        {
          title: t('waves.sample.reach'),
          cell: stratum =>
            stratum.margin === null || stratum.margin > 100
              ? '–'
              : t('waves.sample.goalPoints', { margin: f.number(stratum.margin, 0) }),
          figure: true,
        },
      ]}
    />
  )
}
