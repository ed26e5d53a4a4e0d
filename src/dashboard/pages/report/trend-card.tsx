import { trendWithBand } from '../../../charts/index.ts'
import type { Report } from '../../../vocabulary/report.ts'
import { Card, Drawing, useWords } from '../../ui/index.ts'

/** How the score went, where the answers have dates. */
export function TrendCard({ report }: { report: Report }) {
  const { t } = useWords()
  const [first] = report.trend
  if (!first || report.trend.length < 2) return null
  const periods = report.trend.map(period => ({
    start: period.from,
    n: period.n,
    nps: period.nps,
    level: period.level,
    lower: period.levelLower,
    upper: period.levelUpper,
  }))
  return (
    <Card span={12} title={t('report.trendTitle')}>
      <p className="small">{t('report.trendIntro', { count: periods.length, unit: first.unit })}</p>
      <Drawing chart={(width, words) => trendWithBand({ periods, unit: first.unit, width }, words)} />
    </Card>
  )
}
