import { useState } from 'react'
import type { Suppression } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Dialog, Field, Form, useWords } from '../../ui/index.ts'

/** Asks why an address may be written to again. */
export function LiftDialog({ suppression, onClose }: { suppression: Suppression | null; onClose: () => void }) {
  const { t } = useWords()
  const { run, busy } = useChange('suppressions')
  const [note, setNote] = useState('')
  const lift = async () => {
    const path = `/suppressions/${suppression?.suppressionId}/lifting`
    const done = await run(() => send('POST', path, { note }).then(() => true), t('delivery.suppressed.lifted'))
    if (done) {
      setNote('')
      onClose()
    }
  }
  return (
    <Dialog title={t('delivery.suppressed.liftTitle')} open={suppression !== null} onClose={onClose}>
      <Form does={t('delivery.suppressed.lift')} busy={busy} onSubmit={() => void lift()}>
        <p>{t('delivery.suppressed.liftText')}</p>
        <Field
          label={t('delivery.suppressed.liftReason')}
          required
          maxLength={1000}
          lines={3}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
      </Form>
    </Dialog>
  )
}
