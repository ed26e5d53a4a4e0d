import { Link } from '@tanstack/react-router'
import { sharesBar } from '../../../charts/index.ts'
import { isAnswerStyle, type Pulse, type SegmentFigure, valueTitle } from '../../../vocabulary/index.ts'
import { type Column, Drawing, Sourced, Table, useWords, Verdict } from '../../ui/index.ts'

/** The values of one attribute: n, the four shares (7 and 8 apart), NPS with interval, against the rest and against before. */
export function SegmentsTable({ pulse, attribute }: { pulse: Pulse; attribute: string }) {
  const { t } = useWords()
  const rows = pulse.segments.filter(segment => segment.attribute === attribute)
  const columns = useColumns({ rest: !isAnswerStyle(attribute), before: pulse.before !== null })
  return <Table caption={t('pulse.understand.lead')} columns={columns} rows={rows} keyOf={row => row.value} />
}

function useColumns(against: { rest: boolean; before: boolean }): Column<SegmentFigure>[] {
  const { t, f, language } = useWords()
  const hidden = <span className="small">{t('pulse.understand.few')}</span>
  const columns: Column<SegmentFigure>[] = [
    {
      title: t('pulse.understand.value'),
      cell: row => (
        <Link to="/" search={{ segment: [`${row.attribute}:${row.value}`] } as never}>
          {valueTitle(row.attribute, row.value, language)}
        </Link>
      ),
    },
    { title: t('pulse.understand.n'), figure: true, cell: row => f.count(row.n) },
    {
      title: t('pulse.understand.shares'),
      cell: row => {
        const { counts } = row
        return counts ? (
          <div className="shares">
            <Drawing table={false} chart={(width, words) => sharesBar({ counts, width, bare: true }, words)} />
          </div>
        ) : (
          hidden
        )
      },
    },
    { title: t('pulse.understand.nps'), figure: true, cell: row => <SegmentNps row={row} /> },
  ]
  const rest = { title: t('pulse.understand.rest'), cell: (row: SegmentFigure) => <AgainstRest row={row} /> }
  const before = { title: t('pulse.understand.change'), cell: (row: SegmentFigure) => <AgainstBefore row={row} /> }
  return [...columns, ...(against.rest ? [rest] : []), ...(against.before ? [before] : [])]
}

function SegmentNps({ row }: { row: SegmentFigure }) {
  const { t, f } = useWords()
  if (row.nps === null || row.lower === null || row.upper === null) return '–'
  const between = t('pulse.nps.between', { lower: f.signed(row.lower, 0), upper: f.signed(row.upper, 0) })
  return (
    <Sourced
      source={{
        n: row.n,
        interval: between,
        method: t('pulse.method.name', { method: t('pulse.method.adjustedWald') }),
      }}
    >
      <b>{f.signed(row.nps, 0)}</b>{' '}
      <span className="small">
        {t('charts.span', { lower: f.number(row.lower, 0), upper: f.number(row.upper, 0) })}
      </span>
    </Sourced>
  )
}

function AgainstRest({ row }: { row: SegmentFigure }) {
  const { t, f } = useWords()
  if (row.difference === null || row.q === null) return <Verdict kind="unknown" />
  const direction = row.direction ? t(`pulse.understand.${row.direction}`) : ''
  return (
    <span className="row">
      <b className="num">{f.signed(row.difference, 0)}</b>
      <Verdict kind={row.verdict}>{row.verdict === 'real' ? direction : t('shell.verdict.open')}</Verdict>
      <span className="small num">{f.p(row.q).replace('p', 'q')}</span>
    </span>
  )
}

function AgainstBefore({ row }: { row: SegmentFigure }) {
  const { t, f } = useWords()
  if (!row.change) return '–'
  const between = t('pulse.nps.between', { lower: f.signed(row.change.lower, 0), upper: f.signed(row.change.upper, 0) })
  return (
    <span className="row">
      <Sourced source={{ interval: between, method: f.p(row.change.p) }}>
        <b className="num">{f.signed(row.change.difference, 0)}</b>
      </Sourced>
      <Verdict kind={row.change.verdict}>
        {t(row.change.verdict === 'real' ? 'shell.verdict.real' : 'shell.verdict.open')}
      </Verdict>
    </span>
  )
}
