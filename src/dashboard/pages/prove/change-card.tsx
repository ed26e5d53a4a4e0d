import type { Proof } from '../../../vocabulary/index.ts'
import { Card, Sourced, useWords, Verdict } from '../../ui/index.ts'

/** The NPS of those who answered twice, before and after. */
export function ChangeCard({ proof }: { proof: Proof }) {
  const { t, f } = useWords()
  const { change, from, to, both } = proof
  if (!change || !from || !to) return null
  const text = t('proof.change.text', {
    change: f.signed(change.change, 1),
    lower: f.signed(change.lower, 1),
    upper: f.signed(change.upper, 1),
    p: f.p(change.p),
  })
  const source = { n: both, interval: text, method: t('proof.change.method') }
  return (
    <Card title={t('proof.change.title')} aside={<Verdict kind={change.verdict} />}>
      <dl className="proof-pair num">
        <div>
          <dt>{from.name}</dt>
          <dd>{f.signed(change.first, 1)}</dd>
        </div>
        <div>
          <dt>{to.name}</dt>
          <dd>
            <Sourced source={source}>{f.signed(change.second, 1)}</Sourced>
          </dd>
        </div>
      </dl>
      <p className="small">{text}</p>
    </Card>
  )
}
