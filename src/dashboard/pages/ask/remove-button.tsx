import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, useWords } from '../../ui/index.ts'

/** Removes something after asking once more, and goes back to its list. */
export function RemoveButton({ path, touches, back }: { path: string; touches: string; back: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const { run, busy } = useChange(touches)
  const remove = () =>
    run(async () => {
      await send('DELETE', path)
      await navigate({ to: back })
    }, t('waves.removed'))
  return (
    <>
      <Button kind="plain" onClick={() => setOpen(true)}>
        {t('waves.remove')}
      </Button>
      <Dialog title={t('waves.remove')} open={open} onClose={() => setOpen(false)}>
        <p>{t('waves.removeText')}</p>
        <div className="row">
          <Button kind="danger" busy={busy} onClick={remove} data-first>
            {t('waves.remove')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('waves.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
