import type { Proof, ShareOf } from '../../../vocabulary/index.ts'
import { Card, useWords, Verdict } from '../../ui/index.ts'

/** A 7 is not an 8: how many of each became promoters. */
export function SevenEightCard({ proof }: { proof: Proof }) {
  const { t, f } = useWords()
  const { seven, eight, eightMinusSeven: difference } = proof
  const real = difference !== null && (difference.lower > 0 || difference.upper < 0)
  const points = (share: number) => f.signed(share * 100, 1)
  return (
    <Card
      title={t('proof.sevenEight.title')}
      note={t('proof.sevenEight.note')}
      aside={
        difference && (
          <Verdict kind={real ? 'real' : 'noise'}>{t(`proof.sevenEight.${real ? 'real' : 'noise'}`)}</Verdict>
        )
      }
    >
      <dl className="proof-lines num">
        <Line label={t('proof.sevenEight.seven')} share={seven} />
        <Line label={t('proof.sevenEight.eight')} share={eight} />
      </dl>
      <p className="small">
        {difference
          ? t('proof.sevenEight.difference', {
              difference: points(difference.difference),
              lower: points(difference.lower),
              upper: points(difference.upper),
            })
          : t('proof.sevenEight.none')}
      </p>
    </Card>
  )
}

function Line({ label, share }: { label: string; share: ShareOf }) {
  const { t, f } = useWords()
  const known = share.share !== null && share.lower !== null && share.upper !== null
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{known ? f.percent(share.share ?? 0) : '–'}</b>{' '}
        <span className="small">
          {known &&
            `${t('charts.span', { lower: f.number((share.lower ?? 0) * 100, 0), upper: f.number((share.upper ?? 0) * 100, 0) })} · `}
          {t('proof.sevenEight.of', { x: f.count(share.x), n: f.count(share.n) })}
        </span>
      </dd>
    </div>
  )
}
