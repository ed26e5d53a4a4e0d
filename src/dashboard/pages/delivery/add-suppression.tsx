import { useState } from 'react'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Card, Field, Form, useWords } from '../../ui/index.ts'

/** Ends sending to one address by hand. */
export function AddSuppression() {
  const { t } = useWords()
  const { run, busy } = useChange('suppressions')
  const [address, setAddress] = useState('')
  const [note, setNote] = useState('')
  const add = async () => {
    const channel = address.includes('@') ? 'email' : 'sms'
    const body = { address: address.trim(), channel, note: note.trim() || null }
    if (await run(() => send('POST', '/suppressions', body).then(() => true), t('delivery.suppressed.added'))) {
      setAddress('')
      setNote('')
    }
  }
  return (
    <Card title={t('delivery.suppressed.addTitle')} span={5}>
      <Form quiet does={t('delivery.suppressed.add')} busy={busy} onSubmit={() => void add()}>
        <Field
          label={t('delivery.suppressed.addAddress')}
          required
          maxLength={254}
          value={address}
          onChange={event => setAddress(event.target.value)}
        />
        <Field
          label={t('delivery.suppressed.addNote')}
          maxLength={1000}
          value={note}
          onChange={event => setNote(event.target.value)}
        />
      </Form>
    </Card>
  )
}
