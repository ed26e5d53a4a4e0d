import { isWordKey } from '../../../languages/index.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, useWords } from '../../ui/index.ts'
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
      {data.caught && (
        <p className="ask-note">
          {t('surveys.ask.caught')} <a href="/mail">{t('surveys.ask.caughtLink')}</a>
        </p>
      )}
    </>
  )
}
