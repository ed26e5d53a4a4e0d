import { type FormEvent, useState } from 'react'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, Field, useWords } from '../../ui/index.ts'

/** A consent that a person gave is sent to them for confirmation; what they agreed to is kept word for word. */
export function RequestOptIn({ personId, channel }: { personId: string; channel: 'email' | 'sms' }) {
  const { t } = useWords()
  const { run, busy } = useChange('ledger', 'messages', 'budget')
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState({ text: '', textVersion: '', formUrl: '' })
  const put = (change: Partial<typeof given>) => setGiven(before => ({ ...before, ...change }))
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const body = { channel, ...given }
    const sent = run(
      () => send('POST', `/people/${personId}/opt-ins`, body).then(() => true),
      t('permissions.ledger.asked'),
    )
    if (await sent) setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('permissions.ledger.ask')}</Button>
      <Dialog title={t('permissions.ledger.askTitle')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={ask}>
          <p>{t('permissions.ledger.askText')}</p>
          <Field
            label={t('permissions.ledger.askWords')}
            lines={4}
            required
            maxLength={2000}
            value={given.text}
            onChange={event => put({ text: event.target.value })}
          />
          <Field
            label={t('permissions.ledger.askVersion')}
            required
            maxLength={100}
            value={given.textVersion}
            onChange={event => put({ textVersion: event.target.value })}
          />
          <Field
            label={t('permissions.ledger.askWhere')}
            required
            maxLength={2000}
            value={given.formUrl}
            onChange={event => put({ formUrl: event.target.value })}
          />
          <div className="row">
            <Button kind="primary" type="submit" busy={busy}>
              {t('permissions.ledger.ask')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
