import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Session } from '../../vocabulary/index.ts'
import { Button, EmptyState, ErrorState, useKeys, useWords } from '../ui/index.ts'
import { DemoNote } from './demo-note.tsx'
import { KeyHelp } from './key-help.tsx'
import { useLiveNews } from './live.ts'
import { Mark } from './mark.tsx'
import { Palette } from './palette.tsx'
import { openHelp, openPalette, useOverlay } from './palette-state.ts'
import { BottomBar, Rail } from './rail.tsx'
import { enterWorkspace, signOut, useSession } from './session.tsx'
import { StorageNote } from './storage-note.tsx'
import { PLACES } from './verbs.ts'

/** The frame of a signed-in member; whoever is not signed in is sent to the door and brought back afterwards. */
export function Frame() {
  const { t, adoptLanguage } = useWords()
  const session = useSession()
  const own = session.data?.account.language
  useLiveNews(session.data?.workspace?.workspaceId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another account brings another language
  useEffect(() => {
    if (own) adoptLanguage(own)
  }, [own])
  if (session.isError) {
    return (
      <BareFrame>
        <ErrorState error={session.error} retry={() => session.refetch()} />
      </BareFrame>
    )
  }
  if (session.data === null) return <ToSignIn />
  if (session.data && !session.data.workspace) return <NoWorkspace session={session.data} />
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Rail />
      <div className="content">
        <StorageNote />
        <DemoNote />
        <Outlet />
      </div>
      <BottomBar />
      <Overlays />
    </div>
  )
}

/** Leaves for the door once, remembering where from; an effect, as drawing happens again while the door's page loads. */
function ToSignIn() {
  const navigate = useNavigate()
  const { href } = useLocation()
  const from = useRef(href)
  useEffect(() => {
    const search = from.current === '/' ? {} : { next: from.current }
    void navigate({ to: '/sign-in', search: search as never, replace: true })
  }, [navigate])
  return null
}

/** The workspace one was in is gone: on to the next one, or a word that there is none. */
function NoWorkspace({ session }: { session: Session }) {
  const { t } = useWords()
  const next = session.workspaces[0]?.workspaceId
  useEffect(() => {
    if (next) void enterWorkspace(next)
  }, [next])
  if (next) return null
  return (
    <BareFrame>
      <EmptyState alone title={t('shell.workspace.none')} text={t('shell.workspace.noneText')}>
        <Button onClick={signOut}>{t('shell.menu.signOut')}</Button>
      </EmptyState>
    </BareFrame>
  )
}

function Overlays() {
  const { t } = useWords()
  const navigate = useNavigate()
  const overlay = useOverlay()
  useKeys([
    { keys: 'mod+k', label: t('shell.palette.open'), run: openPalette },
    { keys: '?', label: t('shell.keys.title'), run: openHelp },
    ...PLACES.map(({ key, word, to }) => ({
      keys: key,
      label: t('shell.keys.go', { place: t(word) }),
      run: () => navigate({ to }),
    })),
  ])
  return (
    <>
      <Palette open={overlay === 'palette'} />
      <KeyHelp open={overlay === 'help'} />
    </>
  )
}

/** The frame of sign-in and set-up: the mark and one column. */
export function BareFrame({ children }: { children?: React.ReactNode }) {
  return (
    <div className="bare">
      <header>
        <span className="brand">
          <Mark />
          <span>Echolot</span>
        </span>
      </header>
      <main id="main" tabIndex={-1}>
        {children ?? <Outlet />}
      </main>
    </div>
  )
}
