import { FLOW_ORDER, type Flow, flows } from '../../../charts/index.ts'
import type { Proof } from '../../../vocabulary/index.ts'
import { Card, Drawing, useWords } from '../../ui/index.ts'

/** Who moved where, with "no answer"; passives who became promoters stand out. */
export function FlowsCard({ proof }: { proof: Proof }) {
  const { t, f } = useWords()
  const { from, to, moves, promoters } = proof
  if (!from || !to) return null
  const ribbons: Flow[] = moves.flatMap((row, start) =>
    row.map((cell, end) => ({
      column: 0,
      from: FLOW_ORDER[start] ?? 'none',
      to: FLOW_ORDER[end] ?? 'none',
      count: cell.x,
      strong: start === 1 && end === 0,
    })),
  )
  const note = t('proof.flows.note', { first: f.count(proof.first), from: from.name })
  return (
    <Card title={t('proof.flows.title')} note={note} span={6}>
      <Drawing
        chart={(width, words) =>
          flows({ columns: [from.name, to.name], flows: ribbons, width, height: width > 480 ? 470 : 340 }, words)
        }
      />
      <p className="small proof-key">
        <span className="proof-strong" aria-hidden="true" /> {t('charts.groups.passive')} →{' '}
        {t('charts.groups.promoter')}
      </p>
      <p>
        {t('proof.flows.net', {
          came: f.count(promoters.came),
          left: f.count(promoters.left),
          net: f.signed(promoters.net),
        })}
      </p>
    </Card>
  )
}
