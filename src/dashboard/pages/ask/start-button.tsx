import { useState } from 'react'
import type { z } from 'zod'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Dialog, useWords } from '../../ui/index.ts'

/** Starts or stops what asks by itself, after saying what that means. */
export function StartButton(props: {
  path: string
  running: boolean
  startText: string
  stopText: string
  shape: z.ZodType
  touches: string
}) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { run, busy } = useChange(props.touches, 'waves')
  const verb = t(props.running ? 'waves.stop' : 'waves.start')
  const turn = async () => {
    const method = props.running ? 'DELETE' : 'POST'
    const said = t(props.running ? 'waves.stopped' : 'waves.started')
    await run(() => send(method, `${props.path}/start`, {}, props.shape), said)
    setOpen(false)
  }
  return (
    <>
      <Button kind={props.running ? 'danger' : 'primary'} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <Dialog title={verb} open={open} onClose={() => setOpen(false)}>
        <p>{props.running ? props.stopText : props.startText}</p>
        <div className="row">
          <Button kind={props.running ? 'danger' : 'primary'} busy={busy} onClick={turn} data-first>
            {verb}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('waves.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
