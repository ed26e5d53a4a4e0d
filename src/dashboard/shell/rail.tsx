import { Link } from '@tanstack/react-router'
import { Icon, useWords } from '../ui/index.ts'
import { type Counts, useCounts } from './counts.ts'
import { Mark } from './mark.tsx'
import { IMPORT, PEOPLE, type Place, PULSE, REPORT, SETTINGS, VERBS } from './verbs.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

/** The frame's navigation: the five verbs of the loop between where one looks and whom it is about. */
export function Rail() {
  const { t } = useWords()
  const counts = useCounts()
  return (
    <nav className="rail" aria-label={t('shell.nav.label')}>
      <Link to="/" className="brand" aria-label="Echolot" activeProps={{ 'aria-current': undefined }}>
        <Mark />
        <span>Echolot</span>
      </Link>
      {[PULSE, ...VERBS, PEOPLE].map(place => (
        <RailLink key={place.to} place={place} counts={counts} />
      ))}
      <div className="foot">
        {[IMPORT, REPORT, SETTINGS].map(place => (
          <RailLink key={place.to} place={place} counts={counts} />
        ))}
        <WorkspaceMenu />
      </div>
    </nav>
  )
}

/** At 390 px: the five verbs within reach of the thumb. */
export function BottomBar() {
  const { t } = useWords()
  const counts = useCounts()
  return (
    <nav className="bar" aria-label={t('shell.nav.label')}>
      {VERBS.map(place => (
        <RailLink key={place.to} place={place} counts={counts} />
      ))}
    </nav>
  )
}

function RailLink({ place, counts }: { place: Place; counts: Counts }) {
  const { t } = useWords()
  return (
    <Link
      to={place.to}
      className="rail-link"
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Icon name={place.icon} />
      <span className="text">{t(place.word)}</span>
      <RailCount place={place} counts={counts} />
    </Link>
  )
}

function RailCount({ place, counts }: { place: Place; counts: Counts }) {
  const { t, f } = useWords()
  if (place.to === '/act' && counts.due > 0) {
    return (
      <span className="count due">
        {f.count(counts.due)} <span className="word">{t('shell.nav.due')}</span>
      </span>
    )
  }
  if (place.to === '/listen' && counts.recent > 0) return <span className="count">{f.count(counts.recent)}</span>
  return null
}
