import type { Drawn } from '../../../vocabulary/sample.ts'
import { Card, Table, useWords } from '../../ui/index.ts'

/** How the sample of a round was drawn. */
export function DrawnCard({ drawn }: { drawn: Drawn }) {
  const { t, f } = useWords()
  const facts = { drawn: f.count(drawn.drawn), frame: f.count(drawn.frame), seed: String(drawn.seed) }
  return (
    <Card title={t('waves.sample.drawnTitle')} span={12}>
      <div className="stack">
        <p>{t('waves.sample.drawnText', facts)}</p>
        {drawn.by !== null && (
          <Table
            caption={t('waves.sample.drawnTitle')}
            rows={drawn.strata}
            keyOf={stratum => stratum.value ?? ''}
            columns={[
              { title: t('waves.sample.part'), cell: stratum => stratum.value ?? t('waves.sample.partNone') },
              { title: t('waves.sample.there'), cell: stratum => f.count(stratum.frame), figure: true },
              { title: t('waves.sample.drawn'), cell: stratum => f.count(stratum.drawn), figure: true },
              { title: t('waves.sample.weight'), cell: stratum => f.number(stratum.weight, 2), figure: true },
            ]}
          />
        )}
      </div>
    </Card>
  )
}
