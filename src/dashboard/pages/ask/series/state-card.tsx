import { Card, useWords } from '../../../ui/index.ts'
import { CountsList } from '../counts-list.tsx'
import { RemoveButton } from '../remove-button.tsx'
import type { Series, SeriesKind } from './series.ts'

/** What became of the turns so far, and the end of the series. */
export function StateCard<S extends Series>(props: { kind: SeriesKind<S>; series: S; note?: string }) {
  const { kind, series, note } = props
  const { t, f } = useWords()
  const { waiting, asked, left_out, ...rest } = series.turns
  const counts: [string, number][] = [
    [t('waves.waitingTurns'), waiting],
    [t('waves.asked'), asked],
    [t('waves.leftOut'), left_out],
    ...('cancelled' in rest ? [[t('waves.cancelled'), rest.cancelled] satisfies [string, number]] : []),
    [t('waves.answered'), series.answered],
  ]
  return (
    <Card title={t('waves.state')} span={4}>
      <div className="stack">
        <CountsList counts={counts.map(([name, count]) => [name, f.count(count)])} />
        {note && <p className="small">{note}</p>}
        <div className="row">
          <RemoveButton path={`/${kind.list}/${kind.idOf(series)}`} touches={kind.list} back={`/ask/${kind.place}`} />
        </div>
      </div>
    </Card>
  )
}
