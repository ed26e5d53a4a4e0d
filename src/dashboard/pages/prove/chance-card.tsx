import { sharesAgainstChance } from '../../../charts/index.ts'
import type { Movement, Proof } from '../../../vocabulary/index.ts'
import { Card, Drawing, useWords, Verdict } from '../../ui/index.ts'

/** The three movements everybody asks about, each above its band of chance. */
export function ChanceCard({ proof }: { proof: Proof }) {
  const { t, f } = useWords()
  const shown = proof.movements.flatMap(one => {
    const { chance, share, lower, upper } = one
    return chance && share !== null && lower !== null && upper !== null ? [{ ...one, chance, share, lower, upper }] : []
  })
  const rows = shown.map(one => ({
    ...one,
    label: t(`proof.chance.${one.name}`),
    detail: t('proof.chance.detail', { x: f.count(one.x), n: f.count(one.n) }),
  }))
  return (
    <Card title={t('proof.chance.title')} note={t('proof.chance.note')} span={6}>
      <Drawing chart={(width, words) => sharesAgainstChance({ rows, width }, words)} />
      <ul className="proof-verdicts">
        {shown.map(one => (
          <li key={one.name}>
            <span>
              {t(`proof.chance.${one.name}`)}{' '}
              <span className="small">
                {t('proof.chance.apart', {
                  lower: f.signed((one.share - one.chance.upper) * 100),
                  upper: f.signed((one.share - one.chance.lower) * 100),
                })}
              </span>
            </span>
            <MovementVerdict movement={one} />
          </li>
        ))}
      </ul>
      <p className="small">
        {t('proof.chance.how', { lower: f.number(proof.chance.lower), upper: f.number(proof.chance.upper) })}{' '}
        {proof.chance.observed !== null && t('proof.chance.observed', { rho: f.number(proof.chance.observed, 2) })}
      </p>
      <p className="small proof-caution">{t('proof.noHoldout')}</p>
    </Card>
  )
}

/** ◆ only where the whole interval lies outside the whole band. */
function MovementVerdict({ movement }: { movement: Movement }) {
  const { t } = useWords()
  return <Verdict kind={movement.verdict}>{t(`proof.chance.${movement.against ?? 'unknown'}`)}</Verdict>
}
