import { useState } from 'react'
import type { Pulse } from '../../../vocabulary/index.ts'
import { Dialog, useWords } from '../../ui/index.ts'

/** One or two sentences made from the figures, what they rest on, and how they were made. */
export function PulseHeadline({ pulse }: { pulse: Pulse }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { lead, rest, because } = pulse.headline
  return (
    <div className="headline">
      <h1>
        {lead} <span className="quiet">{rest}</span>
      </h1>
      <p className="small">
        {useMeta(pulse).join(' · ')} ·{' '}
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t('pulse.sentence')}
        </button>
      </p>
      <Dialog title={t('pulse.sentence')} open={open} onClose={() => setOpen(false)}>
        <ul className="because">
          {because.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Dialog>
    </div>
  )
}

/** What the figures rest on, in the order one would ask. */
function useMeta(pulse: Pulse): string[] {
  const { t, f } = useWords()
  const { asked, now, period } = pulse
  const lines = [
    t('pulse.meta.answers', { n: now?.n ?? 0 }),
    asked &&
      t('pulse.meta.asked', {
        answered: f.count(asked.answered),
        invited: f.count(asked.invited),
        rate: f.percent(asked.answered / asked.invited),
      }),
    f.days(period.from, period.to),
    now &&
      t('pulse.method.name', {
        method: t(now.method === 'score' ? 'pulse.method.score' : 'pulse.method.adjustedWald'),
      }),
    !pulse.sealed &&
      (pulse.per === 'person' ? t('pulse.meta.person', { older: pulse.olderOnes }) : t('pulse.meta.answer')),
    pulse.quarantined > 0 && t('pulse.meta.quarantined', { n: pulse.quarantined }),
    !pulse.sealed && pulse.choices.surveys.some(({ anonymous }) => anonymous) && t('pulse.sealed.apart'),
    pulse.unconfirmed > 0 && t('pulse.meta.unconfirmed', { n: pulse.unconfirmed }),
  ]
  return lines.filter(line => typeof line === 'string')
}
