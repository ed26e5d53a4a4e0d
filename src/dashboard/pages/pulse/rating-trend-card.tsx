import { shareTrend } from '../../../charts/index.ts'
import type { Ratings } from '../../../vocabulary/index.ts'
import { Card, ChipSelect, Drawing, useWords } from '../../ui/index.ts'

/** How the share of good ratings moved, week by week or month by month. */
export function RatingTrendCard({ ratings, onUnit }: { ratings: Ratings; onUnit: (unit: 'week' | 'month') => void }) {
  const { t } = useWords()
  const { unit, periods } = ratings.trend
  const enough = periods.filter(period => period.n > 0).length > 1
  const options = (['week', 'month'] as const).map(value => ({ value, label: t(`pulse.trend.${value}`) }))
  return (
    <Card
      title={t('pulse.ratings.trend')}
      note={enough ? t('pulse.ratings.trendNote', { unit }) : undefined}
      aside={
        <ChipSelect
          label={t('pulse.trend.unit')}
          value={unit}
          options={options}
          onChange={value => onUnit(value === 'week' ? 'week' : 'month')}
        />
      }
      span={12}
    >
      {enough ? (
        <Drawing chart={(width, words) => shareTrend({ periods, unit, width }, words)} />
      ) : (
        <p className="quiet">{t('pulse.trend.few', { unit })}</p>
      )}
    </Card>
  )
}
