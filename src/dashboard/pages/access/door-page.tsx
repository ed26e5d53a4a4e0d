import { type FormEvent, type ReactNode, useEffect } from 'react'
import { LANGUAGES, languageOf } from '../../../languages/index.ts'
import { Button, useWords } from '../../ui/index.ts'
import './access.css'

const NAMES = { en: 'English', de: 'Deutsch', fi: 'Suomi' } as const

/** A page at the door: title, one sentence, a form with one button, and the choice of language below. */
export function DoorPage(props: {
  title: string
  lead?: ReactNode
  button?: string
  busy?: boolean
  problem?: string | null
  onSubmit?: (event: FormEvent) => void
  children?: ReactNode
}) {
  const { language, chooseLanguage, t } = useWords()
  useEffect(() => {
    document.title = `${props.title} · Echolot`
  }, [props.title])
  return (
    <div className="stack door">
      <h1>{props.title}</h1>
      {props.lead && <p className="quiet">{props.lead}</p>}
      {props.problem && (
        <div className="trouble" role="alert">
          <p>{props.problem}</p>
        </div>
      )}
      {props.button && (
        <form className="stack" onSubmit={props.onSubmit}>
          {props.children}
          <Button kind="primary" type="submit" busy={props.busy}>
            {props.button}
          </Button>
        </form>
      )}
      {!props.button && props.children}
      <nav className="door-languages small" aria-label={t('shell.menu.language')}>
        {LANGUAGES.map(code => (
          <button
            key={code}
            type="button"
            className="btn plain"
            lang={code}
            aria-pressed={code === language}
            onClick={() => chooseLanguage(languageOf(code))}
          >
            {NAMES[code]}
          </button>
        ))}
      </nav>
    </div>
  )
}
