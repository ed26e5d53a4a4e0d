import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type Props = {
  name: string
  /** Of the dialog, where it is not the name of the button. */
  title?: string
  kind?: 'primary' | 'plain' | 'danger'
  disabled?: boolean
  children: (close: () => void) => ReactNode
}

/** A button and the dialog that it opens; what stands in it closes it when it is done. */
export function DialogButton({ name, title = name, kind, disabled, children }: Props) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button kind={kind} disabled={disabled} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Dialog title={title} open={open} onClose={close}>
        {open && children(close)}
      </Dialog>
    </>
  )
}
