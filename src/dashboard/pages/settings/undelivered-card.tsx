import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { isWordKey, type Speak } from '../../../languages/index.ts'
import { UndeliveredEvent } from '../../../vocabulary/undelivered-event.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, ErrorState, useWords } from '../../ui/index.ts'

const Events = z.object({ items: z.array(UndeliveredEvent) })
const Retried = z.object({ events: z.number() })

/** What happened and could not be worked on, with its cause, and the button that tries it again. */
export function UndeliveredCard() {
  const { t, f } = useWords()
  const { run, busy } = useChange('undelivered-events')
  const list = useQuery({ queryKey: ['undelivered-events'], queryFn: () => get('/undelivered-events', Events) })
  const items = list.data?.items ?? []
  const retry = () => send('POST', '/undelivered-events/retries', {}, Retried)
  return (
    <Card title={t('settings.undelivered.title')}>
      {list.isError && <ErrorState error={list.error} retry={() => list.refetch()} />}
      {list.data && items.length === 0 && <p className="quiet">{t('settings.undelivered.none')}</p>}
      {items.length > 0 && (
        <div className="stack">
          <p className="g-det">{t('settings.undelivered.some', { n: items.length })}</p>
          <ul className="undelivered">
            {items.slice(0, 10).map(event => (
              <li key={event.eventId}>
                {whatHappened(event.name, t)}
                <span className="small">
                  {f.moment(event.occurredAt)} {event.problem && <code>{event.problem}</code>}
                </span>
              </li>
            ))}
          </ul>
          <div className="row">
            <Button busy={busy} onClick={() => run(retry, t('settings.undelivered.retried', { n: items.length }))}>
              {t('settings.undelivered.retry')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  )
}

function whatHappened(name: string, t: Speak): string {
  const key = `settings.undelivered.names.${name.replace('.', '_')}`
  return isWordKey(key) ? t(key) : t('settings.undelivered.names.other', { name })
}
