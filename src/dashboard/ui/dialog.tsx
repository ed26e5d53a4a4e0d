import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from './words.tsx'

/** A native dialog: focus stays inside, Escape closes, the focus goes back where it came from. */
export function Dialog(props: {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  className?: string
}) {
  const { t } = useWords()
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (props.open && !dialog?.open) {
      dialog?.showModal()
      dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    }
    if (!props.open && dialog?.open) dialog.close()
  }, [props.open])
  return (
    <dialog
      ref={ref}
      className={props.className}
      aria-labelledby={id}
      onClose={props.onClose}
      onClick={event => event.target === ref.current && props.onClose()}
      onKeyDown={event => event.stopPropagation()}
    >
      {props.open && (
        <div className="stack">
          <div className="dialog-head">
            <h2 id={id}>{props.title}</h2>
            <button type="button" className="btn plain" onClick={props.onClose} aria-label={t('shell.close')}>
              ✕
            </button>
          </div>
          {props.children}
        </div>
      )}
    </dialog>
  )
}
