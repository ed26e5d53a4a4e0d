import { Link } from '@tanstack/react-router'
import { useWords } from '../../ui/index.ts'

const PLACES = [
  { to: '/ask/messages', word: 'delivery.nav.messages' },
  { to: '/ask/suppressed', word: 'delivery.nav.suppressed' },
  { to: '/settings/delivery', word: 'delivery.nav.sender' },
] as const

/** From what happened to messages to whom nothing is sent and what proves the sender, and back. */
export function DeliveryLinks() {
  const { t } = useWords()
  return (
    <nav className="delivery-links" aria-label={t('delivery.nav.sender')}>
      {PLACES.map(place => (
        <Link
          key={place.to}
          to={place.to}
          activeOptions={{ includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(place.word)}
        </Link>
      ))}
    </nav>
  )
}
