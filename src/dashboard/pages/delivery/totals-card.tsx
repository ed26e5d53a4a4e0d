import type { Speak } from '../../../languages/index.ts'
import type { MessageState, MessageTotals } from '../../../vocabulary/index.ts'
import { Button, Card, useWords } from '../../ui/index.ts'
import type { ChangeFilters } from './filters.ts'

const WAITING: MessageState[] = ['planned', 'queued', 'claimed', 'gate', 'deferred']
const HELD: MessageState[] = ['blocked', 'expired']

const sumOf = (totals: MessageTotals, states: MessageState[]) =>
  states.reduce((all, state) => all + (totals.states[state] ?? 0), 0)

/** One sentence over all messages of the filter: how many left, how many came to nothing, how many wait. */
export function headline(totals: MessageTotals, t: Speak): string {
  const { hard_bounce = 0, soft_bounce = 0 } = totals.outcomes
  return t('delivery.messages.headline', {
    sent: sumOf(totals, ['accepted']),
    wrong: hard_bounce + soft_bounce + sumOf(totals, ['failed']),
    waiting: sumOf(totals, WAITING),
  })
}

/** How the messages of the filter ended, and what needs a decision. */
export function TotalsCard({ totals, onChange }: { totals: MessageTotals; onChange: ChangeFilters }) {
  const { t, f } = useWords()
  const sum = (states: MessageState[]) => sumOf(totals, states)
  const unknown = totals.states.unknown ?? 0
  // Only some providers tell; where none does, a nought would say that nothing arrived.
  const delivered = totals.outcomes.delivered ?? 0
  const bounced = (totals.outcomes.hard_bounce ?? 0) + (totals.outcomes.soft_bounce ?? 0)
  const figures = [
    [t('delivery.totals.accepted'), sum(['accepted']), false],
    ...(delivered > 0 ? ([[t('delivery.outcomes.delivered'), delivered, false]] as const) : []),
    [t('delivery.outcomes.hard_bounce'), totals.outcomes.hard_bounce ?? 0, bounced > 0],
    [t('delivery.outcomes.soft_bounce'), totals.outcomes.soft_bounce ?? 0, false],
    [t('delivery.outcomes.complaint'), totals.outcomes.complaint ?? 0, (totals.outcomes.complaint ?? 0) > 0],
    [t('delivery.totals.waiting'), sum(WAITING), false],
    [t('delivery.totals.held'), sum(HELD), false],
    [t('delivery.totals.failed'), sum(['failed']), false],
    [t('delivery.totals.unknown'), unknown, unknown > 0],
  ] as const
  return (
    <Card title={t('delivery.messages.totals')}>
      <div className="stack">
        <dl className="delivery-totals">
          {figures.map(([name, count, wrong]) => (
            <div key={name} className={wrong ? 'wrong' : undefined}>
              <dt>{name}</dt>
              <dd>{f.count(count)}</dd>
            </div>
          ))}
        </dl>
        {unknown > 0 && (
          <div className="row">
            <p>{t('delivery.messages.unknownNote', { n: unknown })}</p>
            <Button onClick={() => onChange({ state: 'unknown' })}>{t('delivery.messages.showUnknown')}</Button>
          </div>
        )}
      </div>
    </Card>
  )
}
