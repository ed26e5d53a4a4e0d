import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { ConfirmButton, useWords } from '../../ui/index.ts'

/** A member notes an objection that somebody made on the phone or in a reply. */
export function NoteObjection({ personId, channel }: { personId: string; channel: 'email' | 'sms' }) {
  const { t } = useWords()
  const { run, busy } = useChange('ledger', 'person', 'people')
  const name = t('permissions.ledger.object')
  const note = () =>
    run(
      () => send('POST', `/people/${personId}/suppressions`, { channel, reason: 'objection' }),
      t('permissions.ledger.objected'),
    )
  return (
    <ConfirmButton
      name={name}
      asks={{ text: t('permissions.ledger.objectSure'), does: name, kind: 'primary' }}
      busy={busy}
      onConfirm={note}
    />
  )
}
