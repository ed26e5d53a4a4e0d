import { type FormEvent, useState } from 'react'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Field, useWords } from '../../../ui/index.ts'

/** Sends one text to a number of one's own. */
export function TextTrialForm() {
  const { t } = useWords()
  const { run, busy } = useChange('text-channel')
  const [to, setTo] = useState('')
  const attempt = (event: FormEvent) => {
    event.preventDefault()
    void run(() => send('POST', '/channels/sms/trial', { to }), t('channels.sms.trialQueued'))
  }
  return (
    <form className="trial" onSubmit={attempt}>
      <Field
        label={t('channels.sms.trialNumber')}
        type="tel"
        required
        maxLength={30}
        value={to}
        onChange={event => setTo(event.target.value)}
      />
      <Button type="submit" busy={busy}>
        {t('channels.sms.trialSend')}
      </Button>
    </form>
  )
}
