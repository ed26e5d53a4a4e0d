import type { Session } from '../../../vocabulary/account.ts'
import { ButtonLink, Card, useWords } from '../../ui/index.ts'
import { HeldSending } from './held-sending.tsx'

/** Whether mails leave the house, and what is missing for it. */
export function SendingCard({ session, mayChange }: { session: Session; mayChange: boolean }) {
  const { t } = useWords()
  return (
    <Card title={t('settings.sending.title')}>
      <div className="stack">
        <HeldSending mayChange={mayChange} />
        <p>{t(session.smtp ? 'settings.sending.smtp' : 'settings.sending.caught')}</p>
        {!session.workspace?.senderAddress && <p className="g-det">{t('settings.sending.noSender')}</p>}
        <div className="row">
          {!session.smtp && (
            <a className="btn" href="/mail">
              {t('settings.sending.inbox')}
            </a>
          )}
          <ButtonLink to="/ask/messages">{t('delivery.nav.messages')}</ButtonLink>
        </div>
      </div>
    </Card>
  )
}
