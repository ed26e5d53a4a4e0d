import { Button } from './button.tsx'
import { DialogButton } from './dialog-button.tsx'
import { useWords } from './words.tsx'

type Props = {
  name: string
  title?: string
  kind?: 'primary' | 'plain' | 'danger'
  disabled?: boolean
  /** What it means, and the words of the button that does it. */
  asks: { text: string; does: string; kind: 'primary' | 'danger' }
  busy: boolean
  onConfirm: () => Promise<unknown>
}

/** A button that says what it means before it is done. */
export function ConfirmButton({ asks, busy, onConfirm, ...button }: Props) {
  const { t } = useWords()
  return (
    <DialogButton {...button}>
      {close => (
        <>
          <p>{asks.text}</p>
          <div className="row">
            <Button kind={asks.kind} busy={busy} onClick={() => void onConfirm().then(close)} data-first>
              {asks.does}
            </Button>
            <Button onClick={close}>{t('shell.cancel')}</Button>
          </div>
        </>
      )}
    </DialogButton>
  )
}
