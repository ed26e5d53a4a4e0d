import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { LANGUAGES, type Language, languageOf } from '../../languages/index.ts'
import { send } from '../api.ts'
import { Button, Dialog, Select, Tag, useWords } from '../ui/index.ts'
import { enterWorkspace, signOut, useSession } from './session.tsx'
import { type Theme, useTheme } from './theme.ts'
import { IMPORT, PEOPLE, PULSE, REPORT, SETTINGS } from './verbs.ts'

const NAMES = { en: 'English', de: 'Deutsch', fi: 'Suomi' } as const

/** Workspace, language, theme and the way out. */
export function WorkspaceMenu() {
  const { t } = useWords()
  const session = useSession().data
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="rail-link workspace" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {session?.workspace?.demo ? (
          <Tag>{t('shell.demo.tag')}</Tag>
        ) : (
          <span className="initial">{(session?.account?.name ?? '·').slice(0, 1)}</span>
        )}
        <span className="name">{session?.workspace?.name ?? t('shell.menu.title')}</span>
        <span className="hidden">{t('shell.menu.title')}</span>
      </button>
      <Dialog title={t('shell.menu.title')} open={open} onClose={() => setOpen(false)}>
        <div className="row only-phone">
          {[PULSE, PEOPLE, IMPORT, REPORT, SETTINGS].map(({ to, word }) => (
            <Link key={to} to={to} className="btn" onClick={() => setOpen(false)}>
              {t(word)}
            </Link>
          ))}
        </div>
        <Choices />
        {session?.account && (
          <div className="row">
            <span className="small">
              {t('shell.menu.signedIn', { name: session.account.name, email: session.account.email })}
            </span>
            <Button onClick={signOut}>{t('shell.menu.signOut')}</Button>
          </div>
        )}
      </Dialog>
    </>
  )
}

function Choices() {
  const { t, language, chooseLanguage } = useWords()
  const [theme, chooseTheme] = useTheme()
  const session = useSession().data
  // The account keeps it too, for mails and other browsers; the page does not wait for that.
  const speakIn = (wish: Language) => {
    chooseLanguage(wish)
    send('PATCH', '/account', { language: wish }).catch(() => undefined)
  }
  return (
    <>
      {session && session.workspaces.length > 1 && (
        <Select
          label={t('shell.menu.workspace')}
          value={session.workspace?.workspaceId ?? ''}
          options={session.workspaces.map(({ workspaceId, name }) => ({ value: workspaceId, label: name }))}
          onChange={event => enterWorkspace(event.target.value)}
        />
      )}
      <Select
        label={t('shell.menu.language')}
        value={language}
        options={LANGUAGES.map(value => ({ value, label: NAMES[value] }))}
        onChange={event => speakIn(languageOf(event.target.value))}
      />
      <Select
        label={t('shell.menu.theme')}
        value={theme}
        options={(['system', 'light', 'dark'] as const).map(value => ({ value, label: t(`shell.theme.${value}`) }))}
        onChange={event => chooseTheme(event.target.value as Theme)}
      />
    </>
  )
}
