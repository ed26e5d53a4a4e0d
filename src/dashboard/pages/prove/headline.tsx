import type { Proof } from '../../../vocabulary/index.ts'
import { useWords } from '../../ui/index.ts'

/** Two sentences made from the figures, and what they rest on. */
export function ProofHeadline({ proof }: { proof: Proof }) {
  const { t, f } = useWords()
  const { from, to } = proof
  return (
    <div className="proof-headline">
      <h1>
        {useLead(proof)} <span className="quiet">{useRest(proof)}</span>
      </h1>
      <p className="small">
        {t('proof.base', {
          both: proof.both,
          first: f.count(proof.first),
          missing: f.count(proof.first - proof.both),
          newcomers: proof.newcomers,
          from: from?.name ?? '',
          to: to?.name ?? '',
        })}
      </p>
    </div>
  )
}

/** The change of the same people, and whether it is real. */
function useLead({ change, from, to }: Proof): string {
  const { t, f } = useWords()
  if (!change) return ''
  const values = {
    first: f.signed(change.first),
    second: f.signed(change.second),
    change: f.number(Math.abs(change.change), 0),
    from: from?.name ?? '',
    to: to?.name ?? '',
  }
  if (change.change === 0) return t('proof.leadSame', values)
  if (change.verdict !== 'real') return t(change.verdict === 'noise' ? 'proof.leadNoise' : 'proof.leadFew', values)
  return t(change.change > 0 ? 'proof.leadUp' : 'proof.leadDown', values)
}

/** The passives beside chance. */
function useRest({ movements }: Proof): string {
  const { t, f } = useWords()
  const movement = movements.find(one => one.name === 'passive_to_promoter')
  if (!movement?.chance || movement.share === null) return t('proof.restNone')
  if (!movement.against) return t('proof.restFew', { n: movement.n })
  const values = {
    share: f.percent(movement.share),
    lower: f.percent(movement.chance.lower, 0),
    upper: f.percent(movement.chance.upper, 0),
  }
  const keys = { above: 'proof.restAbove', inside: 'proof.restInside', below: 'proof.restBelow' } as const
  return t(keys[movement.against], values)
}
