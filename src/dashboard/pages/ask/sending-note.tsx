import { Link } from '@tanstack/react-router'
import { isWordKey } from '../../../languages/index.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, useWords } from '../../ui/index.ts'
import { useSender } from '../delivery/use-delivery.ts'
import { useSending } from './use-ask.ts'

/** Stands on every page that sends: where mails go, and what keeps them. */
export function SendingNote() {
  const { t } = useWords()
  const { data } = useSending()
  const { run, busy } = useChange('sending', 'waves')
  if (!data) return null
  const key = `messages.reasons.${data.pausedReason}`
  const reason = isWordKey(key) ? t(key) : (data.pausedReason ?? '')
  return (
    <>
      {data.heldReason !== null && (
        <p className="ask-note wrong" role="alert">
          {t('surveys.ask.held', { reason: data.heldReason })}
        </p>
      )}
      {data.pausedAt && (
        <div className="ask-note wrong" role="alert">
          <p>
            {data.pausedReply
              ? t('surveys.ask.paused', { reason, reply: data.pausedReply })
              : t('surveys.ask.pausedPlain', { reason })}
          </p>
          <Button busy={busy} onClick={() => run(() => send('PATCH', '/sending', { paused: false }))}>
            {t('surveys.ask.resume')}
          </Button>
        </div>
      )}
      <LimitNote />
      {data.caught && (
        <p className="ask-note">
          {t('surveys.ask.caught')} <a href="/mail">{t('surveys.ask.caughtLink')}</a>
        </p>
      )}
    </>
  )
}

/** A sender that proves nothing yet, or warms up, sends only so many mails a day. */
function LimitNote() {
  const { t } = useWords()
  const sender = useSender().data
  if (!sender?.limitedBy) return null
  const word = sender.limitedBy === 'warm_up' ? 'limitWarmUp' : 'limitUnproven'
  return (
    <p className="ask-note">
      {t(`delivery.sender.${word}`, { n: sender.dailyLimit ?? 0, day: sender.warmUp?.day ?? 1 })}{' '}
      <Link to="/settings/delivery">{t('delivery.nav.sender')}</Link>
    </p>
  )
}
