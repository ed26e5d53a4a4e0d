import { Link } from '@tanstack/react-router'
import { isTooFew } from '../../../stats/index.ts'
import type { QueueOwners, ReachPart, ResponseRates, ShareFigure, SurveyRate } from '../../../vocabulary/index.ts'
import { type Column, Sourced, Table, useWords } from '../../ui/index.ts'
import { useFields } from '../ask/use-fields.ts'

/** A rate with its interval, and a word where it rests on too few; or that there are too few to show it. */
function Rate({ rate }: { rate: ShareFigure | null }) {
  const { t, f } = useWords()
  if (!rate) return <span className="small">{t('pulse.coverage.few')}</span>
  const between = t('pulse.ratings.between', { lower: f.percent(rate.lower, 0), upper: f.percent(rate.upper, 0) })
  return (
    <span>
      <Sourced source={{ n: rate.n, interval: between, method: t('pulse.ratings.wilson') }}>
        <b className="num">{f.percent(rate.share, 0)}</b>
      </Sourced>{' '}
      <span className="small num">{between}</span>
      {isTooFew(rate.n) && <span className="small"> · {t('pulse.coverage.unsure')}</span>}
    </span>
  )
}

function useCounts<
  Row extends Record<Name, number>,
  Name extends 'people' | 'withAddress' | 'withBasis' | 'asked' | 'delivered' | 'answered',
>(names: readonly Name[]): Column<Row>[] {
  const { t, f } = useWords()
  return names.map(name => ({ title: t(`pulse.coverage.${name}`), figure: true, cell: row => f.count(row[name]) }))
}

/** Each part of the customers on its way from being known to having answered. */
export function PartsTable({ rates: { parts, by } }: { rates: ResponseRates }) {
  const { t } = useWords()
  const titles = useFields()
  const counts = useCounts<ReachPart, 'people' | 'withAddress' | 'withBasis' | 'asked' | 'delivered' | 'answered'>([
    'people',
    'withAddress',
    'withBasis',
    'asked',
    'delivered',
    'answered',
  ])
  return (
    <Table
      caption={t('pulse.coverage.parts', { field: titles.name(by) })}
      rows={parts}
      keyOf={part => part.value ?? ''}
      columns={[
        {
          title: t('pulse.coverage.part'),
          cell: part => (part.value === null ? t('pulse.coverage.none') : titles.value(by, part.value)),
        },
        ...counts,
        { title: t('pulse.coverage.rate'), cell: part => <Rate rate={part.rate} /> },
      ]}
    />
  )
}

/** Requests of each survey and how many were answered. */
export function SurveysTable({ surveys }: { surveys: SurveyRate[] }) {
  const { t } = useWords()
  const counts = useCounts<SurveyRate, 'asked' | 'delivered' | 'answered'>(['asked', 'delivered', 'answered'])
  return (
    <Table
      caption={t('pulse.coverage.surveys')}
      rows={surveys}
      keyOf={survey => survey.surveyId}
      columns={[
        {
          title: t('pulse.coverage.survey'),
          cell: survey => (
            <>
              <Link to="/" search={{ survey: survey.surveyId } as never}>
                {survey.name}
              </Link>
              {survey.anonymous && <span className="small"> {t('pulse.coverage.anonymous')}</span>}
            </>
          ),
        },
        ...counts,
        { title: t('pulse.coverage.rate'), cell: survey => <Rate rate={survey.rate} /> },
      ]}
    />
  )
}

/** Open cases of each class and those that belong to nobody, passives included. */
export function QueuesTable({ queues }: { queues: QueueOwners[] }) {
  const { t, f } = useWords()
  const SIGNS = { support: '▼', probe: '●', thanks: '▲' } as const
  return (
    <Table
      caption={t('pulse.coverage.owners')}
      rows={queues}
      keyOf={row => row.queue}
      columns={[
        {
          title: t('pulse.coverage.class'),
          cell: ({ queue }) => (
            <Link to="/act" search={{ queue } as never}>
              {SIGNS[queue]} {t(`pulse.coverage.classes.${queue}`)}
            </Link>
          ),
        },
        { title: t('pulse.coverage.open'), figure: true, cell: row => f.count(row.open) },
        {
          title: t('pulse.coverage.unowned'),
          figure: true,
          cell: row => (row.unowned > 0 ? <b>{f.count(row.unowned)}</b> : f.count(0)),
        },
        { title: t('pulse.coverage.overdue'), figure: true, cell: row => f.count(row.overdue) },
      ]}
    />
  )
}
