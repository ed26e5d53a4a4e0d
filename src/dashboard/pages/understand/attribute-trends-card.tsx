import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trendWithBand } from '../../../charts/index.ts'
import { AttributeTrends } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import type { useTitles } from '../../shell/attribute-titles.ts'
import { Card, Drawing, useWords } from '../../ui/index.ts'
import type { PulseFilters } from '../pulse/filters.ts'

type Props = { attribute: string; titles: ReturnType<typeof useTitles>; filters: PulseFilters }

/** The trends of the largest values side by side. */
export function AttributeTrendsCard({ attribute, titles, filters }: Props) {
  const { t, f } = useWords()
  const { survey, period, from, to, segment } = filters
  const query = { survey, period, from, to, segment, attribute }
  const found = useQuery({
    queryKey: ['trends', query],
    queryFn: () => get('/trends', AttributeTrends, query),
    placeholderData: keepPreviousData,
  }).data
  const enough = found?.trends.filter(({ periods }) => periods.filter(({ n }) => n > 0).length > 1) ?? []
  const levels = enough.flatMap(({ periods }) =>
    periods.flatMap(({ lower, upper }) => (lower === null || upper === null ? [] : [lower, upper])),
  )
  const span: [number, number] = [Math.min(...levels), Math.max(...levels)]
  return (
    <Card
      span={12}
      title={t('pulse.understand.trends', { attribute: titles.attribute(attribute) })}
      note={found && enough.length > 0 && t('pulse.trend.note', { unit: found.unit })}
    >
      {found && enough.length === 0 && <p className="quiet">{t('pulse.understand.noTrend')}</p>}
      <div className="multiples">
        {found &&
          enough.map(({ value, n, periods }) => (
            <section key={value}>
              <h3>
                {titles.part(attribute, value)}{' '}
                <span className="small num">{t('shell.source.n', { n: f.count(n) })}</span>
              </h3>
              <Drawing
                chart={(width, words) => trendWithBand({ periods, unit: found.unit, span, width, height: 210 }, words)}
              />
            </section>
          ))}
      </div>
    </Card>
  )
}
