import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Audience } from '../../../vocabulary/audience.ts'
import { LEFT_OUT, type SendCheck } from '../../../vocabulary/wave.ts'
import { ButtonLink, EmptyState, useWords } from '../../ui/index.ts'
import { RecordBasis } from './record-basis.tsx'
import { ShareBar } from './share-bar.tsx'
import { useSending } from './use-ask.ts'

/** What the send would do: how many are asked, who is left out and why, and what is still missing. */
export function CheckCard({
  check,
  audience,
  stale,
  children,
}: {
  check: SendCheck
  audience: Audience
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
  const ready = Boolean(sending?.senderAddress && sending.imprint)
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
            <RecordBasis audience={audience} people={check.leftOut.no_basis ?? 0} />
          </div>
        </div>
      )}
      {check.quietUntil && <p className="small">{t('surveys.send.quiet', { time: f.moment(check.quietUntil) })}</p>}
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
