import { useState } from 'react'
import { IdentitySecret, type OpenLink } from '../../../../vocabulary/open-link.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, CopyButton, Dialog, useWords } from '../../../ui/index.ts'

/** The secret with which the customer's server signs who answers. */
export function IdentityCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const { run, busy } = useChange('open-links')
  const [secret, setSecret] = useState<string | null>(null)
  const make = async () => {
    const made = await run(() => send('POST', `/open-links/${link.openLinkId}/identity-secret`, {}, IdentitySecret))
    if (made) setSecret(made.secret)
  }
  return (
    <Card title={t('links.identity')} span={6}>
      <div className="stack">
        <p className="small">{t(link.anonymous ? 'links.identityAnonymous' : 'links.identityNote')}</p>
        {!link.anonymous && (
          <div className="row">
            <Button onClick={make} busy={busy}>
              {t(link.hasSecret ? 'links.newSecret' : 'links.makeSecret')}
            </Button>
          </div>
        )}
      </div>
      <Dialog title={t('links.identity')} open={secret !== null} onClose={() => setSecret(null)}>
        <p>{t('links.secretOnce')}</p>
        <div className="link-line">
          <pre>{secret}</pre>
          <CopyButton text={secret ?? ''} />
        </div>
        <div className="row">
          <Button kind="primary" onClick={() => setSecret(null)}>
            {t('links.secretDone')}
          </Button>
        </div>
      </Dialog>
    </Card>
  )
}
