import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { LANGUAGES } from '../../languages/index.ts'
import { Dialog, useAllKeys, useWords } from '../ui/index.ts'
import { Kbd } from '../ui/kbd.tsx'
import { closeOverlay } from './palette-state.ts'
import { useTheme } from './theme.ts'
import { PLACES } from './verbs.ts'

type Command = { id: string; label: string; keys?: string; run: () => void }

function useCommands(): Command[] {
  const { t, chooseLanguage } = useWords()
  const navigate = useNavigate()
  const [, chooseTheme] = useTheme()
  const here = useAllKeys().filter(({ keys }) => !keys.startsWith('g ') && !keys.startsWith('mod+'))
  return [
    ...PLACES.map(({ to, word, key }) => ({ id: to, label: t(word), keys: key, run: () => navigate({ to }) })),
    ...here.map(({ keys, label, run }) => ({ id: `key-${keys}`, label, keys, run })),
    ...(['system', 'light', 'dark'] as const).map(theme => ({
      id: `theme-${theme}`,
      label: `${t('shell.menu.theme')}: ${t(`shell.theme.${theme}`)}`,
      run: () => chooseTheme(theme),
    })),
    ...LANGUAGES.map(language => ({
      id: `language-${language}`,
      label: `${t('shell.menu.language')}: ${{ en: 'English', de: 'Deutsch', fi: 'Suomi' }[language]}`,
      run: () => chooseLanguage(language),
    })),
  ]
}

/** Everything one can go to or do, found by typing a part of its name. */
export function Palette({ open }: { open: boolean }) {
  const { t } = useWords()
  return (
    <Dialog title={t('shell.palette.title')} open={open} onClose={closeOverlay} className="palette">
      <PaletteList />
    </Dialog>
  )
}

function PaletteList() {
  const { t } = useWords()
  const id = useId()
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const found = useCommands().filter(({ label }) =>
    label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  )
  const type = (text: string) => {
    setWanted(text)
    setAt(0)
  }
  const run = (command: Command | undefined) => {
    if (!command) return
    closeOverlay()
    command.run()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((at + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') run(found[at])
  }
  return (
    <>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        aria-label={t('shell.palette.open')}
        placeholder={t('shell.palette.hint')}
        value={wanted}
        data-first
        onChange={event => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={t('shell.palette.title')} className="options">
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => run(command)}
          >
            {command.label}
            {command.keys && <Kbd>{command.keys}</Kbd>}
          </div>
        ))}
        {found.length === 0 && <p className="small">{t('shell.palette.nothing')}</p>}
      </div>
    </>
  )
}
