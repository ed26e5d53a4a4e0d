import { Link } from '@tanstack/react-router'
import { useWords } from '../../ui/index.ts'

const PLACES = [
  { to: '/understand', word: 'segments' },
  { to: '/understand/coverage', word: 'coverage' },
] as const

/** From where people feel differently to who is heard at all, and back. */
export function UnderstandTabs() {
  const { t } = useWords()
  return (
    <nav className="row understand-tabs" aria-label={t('pulse.coverage.nav')}>
      {PLACES.map(({ to, word }) => (
        <Link
          key={to}
          to={to}
          className="chip"
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`pulse.coverage.${word}`)}
        </Link>
      ))}
    </nav>
  )
}
