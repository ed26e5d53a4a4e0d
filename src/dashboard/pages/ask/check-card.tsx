import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Audience } from '../../../vocabulary/audience.ts'
import type { AskingChannel } from '../../../vocabulary/rolling-plan.ts'
import { LEFT_OUT, type SendCheck } from '../../../vocabulary/wave.ts'
import { ButtonLink, EmptyState, useWords } from '../../ui/index.ts'
import { RecordBasis } from './record-basis.tsx'
import { ShareBar } from './share-bar.tsx'
import { useSending } from './use-ask.ts'

/** What the send would do: how many are asked, who is left out and why, and what is still missing. */
export function CheckCard({
  check,
  audience,
  channel,
  stale,
  children,
}: {
  check: SendCheck
  audience: Audience
  channel: AskingChannel
  stale: boolean
  children: ReactNode
}) {
  const { t, f } = useWords()
  const sending = useSending().data
  if (check.people === 0) {
    return (
      <EmptyState title={t('surveys.send.noPeople')} text={t('surveys.send.basisHint')}>
        <ButtonLink to="/import">{t('surveys.send.import')}</ButtonLink>
      </EmptyState>
    )
  }
  const reasons = LEFT_OUT.flatMap(reason => {
    const n = check.leftOut[reason] ?? 0
    return n > 0 ? [{ reason, n }] : []
  })
  const ready = Boolean((sending?.senderAddress || channel === 'sms') && sending?.imprint)
  return (
    <div className="stack" aria-busy={stale}>
      <p className="verdict-line" role="status">
        <strong>{t('surveys.send.headAsked', { asked: check.asked })}</strong>{' '}
        {t('surveys.send.headOf', { left: check.people - check.asked, people: f.count(check.people) })}
      </p>
      <ShareBar part={check.asked} whole={check.people} />
      {reasons.length > 0 && (
        <table className="table">
          <caption className="hidden">{t('surveys.send.reason')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('surveys.send.reason')}</th>
              <th scope="col" className="figure">
                {t('surveys.send.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, n }) => (
              <tr key={reason}>
                <td>{t(`messages.reasons.${reason}`)}</td>
                <td className="figure">{f.count(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(check.leftOut.no_basis ?? 0) > 0 && (
        <div className="stack tight">
          <p className="small">{t('surveys.send.basisHint')}</p>
          <div className="row">
            <RecordBasis
              audience={audience}
              channel={channel === 'sms' ? 'sms' : 'email'}
              people={check.leftOut.no_basis ?? 0}
            />
          </div>
        </div>
      )}
      <Details check={check} />
      {sending && (
        <p className="small">{t('surveys.send.budget', { limit: sending.contactLimit, days: sending.contactDays })}</p>
      )}
      {sending && !ready && (
        <p className="ask-note wrong">
          {t('surveys.send.senderMissing')} <Link to="/settings">{t('surveys.send.senderLink')}</Link>
        </p>
      )}
      {ready && check.asked > 0 && <div className="row">{children}</div>}
    </div>
  )
}

/** How people are reached, who waits for the morning, and which reminders the budget lets through. */
function Details({ check }: { check: SendCheck }) {
  const { t, f } = useWords()
  const { email = 0, sms = 0 } = check.channels
  return (
    <>
      {sms > 0 && <p className="small">{t('waves.channel.counts', { email: f.count(email), sms: f.count(sms) })}</p>}
      {(['quiet_hours', 'weekend', 'holiday'] as const).map(reason => {
        const n = check.waiting[reason] ?? 0
        return n > 0 ? (
          <p className="small" key={reason}>
            {t(`waves.waiting.${reason}`, { n })}
          </p>
        ) : null
      })}
      {check.reminders.length > 0 && (
        <ul className="small">
          {check.reminders.map(({ afterDays, fits }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a reminder is its place in the order
            <li key={i}>{t(fits ? 'waves.reminders.fits' : 'waves.reminders.fitsNot', { afterDays })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
