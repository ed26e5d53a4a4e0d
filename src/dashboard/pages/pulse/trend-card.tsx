import { trendWithBand } from '../../../charts/index.ts'
import type { Pulse } from '../../../vocabulary/index.ts'
import { Card, ChipSelect, Drawing, useWords } from '../../ui/index.ts'
import { useForest } from './use-forest.ts'

/** How the level moved, week by week or month by month. */
export function TrendCard({ pulse, onUnit }: { pulse: Pulse; onUnit: (unit: 'week' | 'month') => void }) {
  const { t } = useWords()
  const { unit, periods, breaks } = pulse.trend
  // As tall as the segments beside it, so that neither card is half empty.
  const tall = Math.max(300, useForest(pulse).length * 46 + 66)
  const enough = periods.filter(period => period.n > 0).length > 1
  const marks = breaks.map(({ start }) => ({ start, label: t('pulse.trend.wording') }))
  const options = (['week', 'month'] as const).map(value => ({ value, label: t(`pulse.trend.${value}`) }))
  const choice = (
    <ChipSelect
      label={t('pulse.trend.unit')}
      value={unit}
      options={options}
      onChange={value => onUnit(value === 'week' ? 'week' : 'month')}
    />
  )
  return (
    <Card
      title={t('pulse.trend.title')}
      note={enough ? t('pulse.trend.note', { unit }) : undefined}
      aside={choice}
      span={8}
    >
      {enough ? (
        <Drawing
          chart={(width, words) =>
            trendWithBand({ periods, unit, breaks: marks, width, height: width < 480 ? 240 : tall }, words)
          }
        />
      ) : (
        <p className="quiet">{t('pulse.trend.few', { unit })}</p>
      )}
    </Card>
  )
}
