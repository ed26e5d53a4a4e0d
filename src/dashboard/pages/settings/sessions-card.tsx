import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { SignedInBrowser } from '../../../vocabulary/member.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Tag, useWords } from '../../ui/index.ts'

const NAMES = [/Edg\//, /OPR\//, /Firefox\//, /Chrome\//, /Safari\//] as const
const SPOKEN = ['Edge', 'Opera', 'Firefox', 'Chrome', 'Safari'] as const
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'] as const

/** "Firefox, Linux" out of what a browser says of itself. */
function browserOf(userAgent: string | null): string | null {
  const name = SPOKEN[NAMES.findIndex(sign => sign.test(userAgent ?? ''))]
  const system = SYSTEMS.find(sign => userAgent?.includes(sign))
  return name ? [name, system].filter(Boolean).join(', ') : null
}

/** Where one is signed in, and how to end that. */
export function SessionsCard() {
  const { t, f } = useWords()
  const { run, busy } = useChange('sessions')
  const shape = z.object({ items: z.array(SignedInBrowser) })
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => get('/sessions', shape) })
  const items = sessions.data?.items ?? []
  return (
    <Card title={t('settings.sessions.title')}>
      <ul className="plain">
        {items.map(one => (
          <li key={one.sessionId}>
            <span>
              {browserOf(one.userAgent) ?? t('settings.sessions.unknown')}{' '}
              <span className="small">{t('settings.sessions.lastSeen', { date: f.moment(one.lastSeenAt) })}</span>
            </span>
            <span className="right">
              {one.current ? (
                <Tag>{t('settings.sessions.this')}</Tag>
              ) : (
                <Button
                  kind="plain"
                  busy={busy}
                  onClick={() => run(() => send('DELETE', `/sessions/${one.sessionId}`))}
                >
                  {t('settings.sessions.end')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <Button busy={busy} onClick={() => run(() => send('DELETE', '/sessions'))}>
          {t('settings.sessions.endOthers')}
        </Button>
      )}
    </Card>
  )
}
