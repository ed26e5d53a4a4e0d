import { isWordKey } from '../../../languages/index.ts'
import { Card, useWords } from '../../ui/index.ts'

/** Who was left out when the round was prepared, by reason. */
export function LeftOutCard({ leftOut }: { leftOut: Record<string, number> }) {
  const { t, f } = useWords()
  const rows = Object.entries(leftOut).sort(([, a], [, b]) => b - a)
  return (
    <Card title={t('surveys.wave.leftOut')} span={5}>
      {rows.length === 0 ? (
        <p className="small">{t('surveys.wave.nobodyLeftOut')}</p>
      ) : (
        <dl className="counts">
          {rows.map(([reason, n]) => {
            const key = `messages.reasons.${reason}`
            return (
              <div key={reason}>
                <dt>{isWordKey(key) ? t(key) : reason}</dt>
                <dd className="num">{f.count(n)}</dd>
              </div>
            )
          })}
        </dl>
      )}
    </Card>
  )
}
