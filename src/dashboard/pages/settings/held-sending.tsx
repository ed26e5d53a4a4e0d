import { useQuery } from '@tanstack/react-query'
import { Sending } from '../../../vocabulary/sending.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, useWords } from '../../ui/index.ts'

/** After a restore nothing is sent until somebody who may says so here. */
export function HeldSending({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const { data } = useQuery({ queryKey: ['sending'], queryFn: () => get('/sending', Sending) })
  const { run, busy } = useChange('sending', 'waves')
  if (!data || data.heldReason === null) return null
  const release = () => run(() => send('DELETE', '/sending/hold'), t('settings.sending.released'))
  return (
    <div className="shown" role="alert">
      <p className="g-det">{t('settings.sending.held', { reason: data.heldReason })}</p>
      <p>{t('settings.sending.heldMeaning')}</p>
      {mayChange && (
        <Button kind="primary" busy={busy} onClick={() => void release()}>
          {t('settings.sending.release')}
        </Button>
      )}
    </div>
  )
}
