import { useNavigate } from '@tanstack/react-router'
import { npsIntervalLine, scoreBars } from '../../../charts/index.ts'
import type { Report, ReportChoice } from '../../../vocabulary/report.ts'
import { Button, Card, Drawing, ErrorState, useWords } from '../../ui/index.ts'
import { handOver } from '../imports/send-file.ts'
import { ColumnsCard } from './columns-card.tsx'
import { RejectedCard } from './rejected-card.tsx'
import { SegmentsCard } from './segments-card.tsx'
import { TrendCard } from './trend-card.tsx'

type Props = {
  report: Report
  file: File
  busy: boolean
  problem: unknown
  choose: (choice: ReportChoice) => void
}

/** The report: a sentence, its certainty, the bars, how the file was read, who differs, how it went. */
export function ReportView({ report, file, busy, problem, choose }: Props) {
  const { t } = useWords()
  return (
    <div aria-busy={busy}>
      <Headline report={report} />
      {problem ? <ErrorState error={problem} /> : null}
      <Notes report={report} />
      <div className="grid">
        <Card span={7} title={t('report.answersTitle')}>
          <Drawing
            chart={(width, words) =>
              scoreBars({ counts: report.scores, width, height: width > 560 ? 280 : 210 }, words)
            }
          />
        </Card>
        <div className="c5 stack">
          <Certainty report={report} />
          <RejectedCard report={report} />
        </div>
        <TrendCard report={report} />
        <SegmentsCard report={report} />
        <ColumnsCard report={report} busy={busy} choose={choose} />
        <KeepCard file={file} />
      </div>
    </div>
  )
}

function Headline({ report }: { report: Report }) {
  const { t, f } = useWords()
  const { interval } = report
  const facts = { n: f.count(report.n), lower: f.number(interval.lower), upper: f.number(interval.upper) }
  return (
    <>
      <p className="small">{report.file.name}</p>
      <h1>{t('report.headline', { nps: f.number(report.nps), ...facts })}</h1>
    </>
  )
}

/** The value with its interval as a drawing; weighted beside unweighted where there are weights. */
function Certainty({ report }: { report: Report }) {
  const { t, f } = useWords()
  const { weighted, interval } = report
  const before = weighted && { ...weighted, label: t('report.weightedLabel') }
  return (
    <Card title={t('charts.npsTitle')}>
      <Drawing
        table={false}
        chart={(width, words) => npsIntervalLine({ now: { nps: report.nps, ...interval }, before, width }, words)}
      />
      <p className="small">{t('report.method', { method: methodOf(interval.method, t) })}</p>
      {weighted && (
        <p className="small">
          {t('report.weighted', {
            column: report.columns.weight ?? '',
            nps: f.number(weighted.nps),
            lower: f.number(weighted.lower),
            upper: f.number(weighted.upper),
            effective: f.count(weighted.nEffective),
          })}
        </p>
      )}
    </Card>
  )
}

const METHODS = ['score', 'adjusted-wald', 'agresti-min', 'mover', 'wald'] as const

function methodOf(method: string, t: ReturnType<typeof useWords>['t']): string {
  const known = METHODS.find(name => name === method)
  return known ? t(`report.methods.${known}`) : method
}

function Notes({ report }: { report: Report }) {
  const { t } = useWords()
  return report.notes.map(({ note, facts }) => (
    <p key={note} className="report-note">
      {t(`report.notes.${note}`, facts)}
    </p>
  ))
}

function KeepCard({ file }: { file: File }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const keep = () => {
    handOver(file)
    void navigate({ to: '/import' } as never)
  }
  return (
    <Card span={12} title={t('report.keep')}>
      <p className="quiet report-lead">{t('report.keepHint')}</p>
      <Button kind="primary" onClick={keep}>
        {t('report.keep')}
      </Button>
    </Card>
  )
}
