import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { fieldOf, useParts } from '../../shell/use-parts.ts'
import { DialogButton, Field, Form, useWords } from '../../ui/index.ts'

type Props = { personId: string; channel: 'email' | 'sms' }

/** A consent that a person gave is sent to them for confirmation; what they agreed to is kept word for word. */
export function RequestOptIn(props: Props) {
  const { t } = useWords()
  return (
    <DialogButton name={t('permissions.ledger.ask')} title={t('permissions.ledger.askTitle')}>
      {close => <OptInForm {...props} close={close} />}
    </DialogButton>
  )
}

function OptInForm({ personId, channel, close }: Props & { close: () => void }) {
  const { t } = useWords()
  const { run, busy } = useChange('ledger', 'messages', 'budget')
  const [given, put] = useParts({ text: '', textVersion: '', formUrl: '' })
  const field = fieldOf(given, put)
  const ask = async () => {
    const sent = run(
      () => send('POST', `/people/${personId}/opt-ins`, { channel, ...given }).then(() => true),
      t('permissions.ledger.asked'),
    )
    if (await sent) close()
  }
  return (
    <Form does={t('permissions.ledger.ask')} busy={busy} onSubmit={() => void ask()}>
      <p>{t('permissions.ledger.askText')}</p>
      <Field label={t('permissions.ledger.askWords')} lines={4} required maxLength={2000} {...field('text')} />
      <Field label={t('permissions.ledger.askVersion')} required maxLength={100} {...field('textVersion')} />
      <Field label={t('permissions.ledger.askWhere')} required maxLength={2000} {...field('formUrl')} />
    </Form>
  )
}
