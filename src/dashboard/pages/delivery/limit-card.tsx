import { useState } from 'react'
import type { SenderDomain } from '../../../vocabulary/delivery.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Field, Form, useWords } from '../../ui/index.ts'

/** How many mails left and may leave, how many complained, and an admin's word where nothing is proven. */
export function LimitCard({ sender, mayChange }: { sender: SenderDomain; mayChange: boolean }) {
  const { t, f } = useWords()
  const { run, busy } = useChange('sender')
  const limit = { n: sender.dailyLimit ?? 0, day: sender.warmUp?.day ?? 1 }
  const word = sender.limitedBy === 'sender_unproven' ? 'limitUnproven' : sender.limitedBy ? 'limitWarmUp' : 'limitNone'
  return (
    <Card title={t('delivery.sender.limitTitle')}>
      <div className="stack">
        <p className="num">{t('delivery.sender.sentLately', { n: sender.sentLately })}</p>
        {!sender.caught && <p>{t(`delivery.sender.${word}`, limit)}</p>}
        <p className="small">{t('delivery.sender.complaints', sender.complaints)}</p>
        {sender.override && (
          <>
            <p>
              {t('delivery.sender.overridden', { moment: f.moment(sender.override.at), note: sender.override.note })}
            </p>
            {mayChange && (
              <div className="row">
                <Button busy={busy} onClick={() => void run(() => send('DELETE', '/sender/override'))}>
                  {t('delivery.sender.withdraw')}
                </Button>
              </div>
            )}
          </>
        )}
        {mayChange && !sender.caught && !sender.proven && !sender.override && <Override />}
      </div>
    </Card>
  )
}

function Override() {
  const { t } = useWords()
  const { run, busy } = useChange('sender')
  const [note, setNote] = useState('')
  const allow = () => void run(() => send('PUT', '/sender/override', { note }))
  return (
    <Form quiet does={t('delivery.sender.override')} busy={busy} onSubmit={allow}>
      <h3>{t('delivery.sender.overrideTitle')}</h3>
      <p className="quiet">{t('delivery.sender.overrideLead')}</p>
      <Field
        label={t('delivery.sender.overrideNote')}
        required
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </Form>
  )
}
