import { Link } from '@tanstack/react-router'
import { useWords } from '../../ui/index.ts'
import './asking.css'

const TABS = {
  rounds: '/ask',
  links: '/ask/links',
  rolling: '/ask/rolling',
  triggers: '/ask/triggers',
  events: '/ask/events',
  coverage: '/ask/coverage',
} as const

/** The ways to ask, one page each. */
export function AskTabs({ on }: { on: keyof typeof TABS }) {
  const { t } = useWords()
  return (
    <nav className="ask-tabs" aria-label={t('waves.tabs.label')}>
      {(Object.keys(TABS) as (keyof typeof TABS)[]).map(tab => (
        <Link
          key={tab}
          to={TABS[tab] as string}
          activeOptions={{ exact: true }}
          aria-current={tab === on ? 'page' : undefined}
        >
          {t(`waves.tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
