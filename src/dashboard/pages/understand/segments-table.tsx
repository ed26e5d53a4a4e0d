import { Link } from '@tanstack/react-router'
import { sharesBar } from '../../../charts/index.ts'
import type { Pulse, SegmentFigure } from '../../../vocabulary/index.ts'
import { useTitles } from '../../shell/attribute-titles.ts'
import { type Column, Drawing, Sourced, Table, useWords, Verdict } from '../../ui/index.ts'

/** The values of one attribute: n, the four shares (7 and 8 apart), NPS with interval, against the rest and against before. */
export function SegmentsTable({ pulse, attribute }: { pulse: Pulse; attribute: string }) {
  const { t } = useWords()
  const rows = rowsOf(pulse, attribute)
  const rest = !rows.some(({ style }) => style)
  const columns = useColumns(useTitles(pulse.choices.attributes), { rest, before: pulse.before !== null })
  return <Table caption={t('pulse.understand.lead')} columns={columns} rows={rows} keyOf={row => row.value} />
}

type Row = SegmentFigure & { together?: number }

/** Bands and regions in their order, others as ranked; what is too small stands together in one row at the end. */
function rowsOf(pulse: Pulse, attribute: string): Row[] {
  const own = pulse.segments.filter(segment => segment.attribute === attribute)
  const choice = pulse.choices.attributes.find(one => one.attribute === attribute)
  const place = ({ value }: SegmentFigure) => choice?.values.indexOf(value) ?? 0
  const shown = own.filter(({ suppressed }) => !suppressed)
  const [hidden, ...more] = own.filter(({ suppressed }) => suppressed)
  const ordered = choice?.ordered || choice?.parent ? shown.toSorted((a, b) => place(a) - place(b)) : shown
  if (!hidden) return ordered
  const n = more.reduce((sum, segment) => sum + segment.n, hidden.n)
  return [...ordered, { ...hidden, value: '', n, together: 1 + more.length }]
}

type Titles = ReturnType<typeof useTitles>

function useColumns(titles: Titles, against: { rest: boolean; before: boolean }): Column<Row>[] {
  const { t, f } = useWords()
  const hidden = <span className="small">{t('pulse.understand.few')}</span>
  const columns: Column<Row>[] = [
    {
      title: t('pulse.understand.value'),
      cell: row =>
        row.together ? (
          t('attributes.hiddenParts', { count: row.together })
        ) : (
          <Link to="/" search={{ segment: [`${row.attribute}:${row.value}`] } as never}>
            {titles.part(row.attribute, row.value)}
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
