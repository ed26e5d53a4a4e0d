import { useState } from 'react'
import { Check, Dialog, useAllKeys, useWords } from '../ui/index.ts'
import { lettersOn, switchLetters } from '../ui/keys.ts'
import { closeOverlay } from './palette-state.ts'

/** Every key that works on this page, and the switch that turns single letters off. */
export function KeyHelp({ open }: { open: boolean }) {
  const { t } = useWords()
  const [letters, setLetters] = useState(lettersOn)
  const keys = useAllKeys()
  const change = (on: boolean) => {
    switchLetters(on)
    setLetters(on)
  }
  return (
    <Dialog title={t('shell.keys.title')} open={open} onClose={closeOverlay}>
      <dl className="keys">
        {keys.map(({ keys, label }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map(key => (
                <kbd key={key}>{key.replace('mod+', 'Ctrl ')}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <Check checked={letters} onChange={event => change(event.target.checked)}>
        {t('shell.keys.letters')}
      </Check>
    </Dialog>
  )
}
