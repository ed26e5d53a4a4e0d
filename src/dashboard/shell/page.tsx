import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Icon, Kbd, useWords } from '../ui/index.ts'
import { Mark } from './mark.tsx'
import { openPalette } from './palette-state.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

/** What every page is: its title, its filters in the top bar, its content. `wide` leaves the width to the page (inbox). */
export function Page(props: { title: string; filters?: ReactNode; wide?: boolean; children: ReactNode }) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${props.title} · Echolot`
  }, [props.title])
  return (
    <>
      <header className="top">
        <Link to="/" className="mark" aria-label={t('shell.nav.pulse')}>
          <Mark />
        </Link>
        <div className="filters">{props.filters}</div>
        <button type="button" className="chip search" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
          <span className="word">{t('shell.palette.open')}</span>
          <Kbd>{/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}</Kbd>
          <span className="only-phone">
            <Icon name="search" size={16} />
          </span>
        </button>
        <div className="only-phone">
          <WorkspaceMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={props.wide ? 'wide' : undefined}>
        {props.children}
      </main>
    </>
  )
}
