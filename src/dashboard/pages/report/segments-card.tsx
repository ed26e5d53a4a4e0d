import { useState } from 'react'
import { type ChartWords, type ForestRow, segmentForest } from '../../../charts/index.ts'
import type { Report, ReportSegment } from '../../../vocabulary/report.ts'
import { Button, Card, Drawing, Table, useWords, Verdict } from '../../ui/index.ts'

const DRAWN = 10

/** Who differs from everybody else: the surest as a drawing, all of them as a table. */
export function SegmentsCard({ report }: { report: Report }) {
  const { t, f } = useWords()
  const [all, setAll] = useState(false)
  const tested = report.segments.filter(segment => segment.verdict !== 'unknown')
  const real = tested.filter(segment => segment.verdict === 'real').length
  return (
    <Card span={12} title={t('report.segmentsTitle')}>
      <p className="quiet report-lead">
        {tested.length === 0
          ? t('report.segmentsNone')
          : t('report.segmentsIntro', { real, tested: f.count(tested.length) })}
      </p>
      {tested.length > 0 && (
        <div className="report-forest">
          <Drawing
            table={false}
            chart={(width, words) =>
              segmentForest({ rows: rowsOf(report, tested.slice(0, DRAWN), words), width }, words)
            }
          />
        </div>
      )}
      {tested.length > 0 && (
        <Button kind="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('report.showFewer') : t('report.showAll', { count: f.count(tested.length) })}
        </Button>
      )}
      {all && <AllSegments segments={tested} />}
    </Card>
  )
}

function rowsOf({ nps, interval, n }: Report, segments: ReportSegment[], { t, f }: ChartWords): ForestRow[] {
  const size = (count: number) => t('report.n', { n: f.count(count) })
  return [
    { label: 'NPS', detail: size(n), nps, ...interval, verdict: 'unknown', whole: true },
    ...segments.map(segment => ({
      label: `${segment.attribute}: ${segment.value}`,
      detail: size(segment.n),
      nps: segment.nps ?? 0,
      lower: segment.lower ?? 0,
      upper: segment.upper ?? 0,
      verdict: segment.verdict,
    })),
  ]
}

function AllSegments({ segments }: { segments: ReportSegment[] }) {
  const { t, f } = useWords()
  const signed = (value: number | null) => (value === null ? '–' : f.signed(value))
  return (
    <Table
      caption={t('report.segmentsTitle')}
      rows={segments}
      keyOf={segment => `${segment.attribute}\u001f${segment.value}`}
      columns={[
        {
          title: t('report.segment'),
          cell: segment => (
            <>
              <bdi>{segment.attribute}</bdi>: <bdi>{segment.value}</bdi>
            </>
          ),
        },
        { title: 'n', figure: true, cell: segment => f.count(segment.n) },
        { title: t('report.nps'), figure: true, cell: segment => signed(segment.nps) },
        { title: t('report.lower'), figure: true, cell: segment => signed(segment.lower) },
        { title: t('report.upper'), figure: true, cell: segment => signed(segment.upper) },
        {
          title: t('report.verdict'),
          cell: segment => (
            <Verdict kind={segment.verdict}>{t(`report.verdicts.${segment.direction ?? 'noise'}`)}</Verdict>
          ),
        },
      ]}
    />
  )
}
