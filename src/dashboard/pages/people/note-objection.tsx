import { useState } from 'react'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, useWords } from '../../ui/index.ts'

/** A member notes an objection that somebody made on the phone or in a reply. */
export function NoteObjection({ personId, channel }: { personId: string; channel: 'email' | 'sms' }) {
  const { t } = useWords()
  const { run, busy } = useChange('ledger', 'person', 'people')
  const [open, setOpen] = useState(false)
  const note = async () => {
    const address = `/people/${personId}/suppressions`
    const body = { channel, reason: 'objection' }
    if (await run(() => send('POST', address, body).then(() => true), t('permissions.ledger.objected'))) setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('permissions.ledger.object')}</Button>
      <Dialog title={t('permissions.ledger.object')} open={open} onClose={() => setOpen(false)}>
        <p>{t('permissions.ledger.objectSure')}</p>
        <div className="row">
          <Button kind="primary" busy={busy} onClick={() => void note()}>
            {t('permissions.ledger.object')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
