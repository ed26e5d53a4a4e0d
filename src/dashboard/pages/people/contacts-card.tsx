import { useQuery } from '@tanstack/react-query'
import { isWordKey } from '../../../languages/index.ts'
import { ContactBudget } from '../../../vocabulary/contact-budget.ts'
import { Message } from '../../../vocabulary/message.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { get } from '../../api.ts'
import { Card, Loaded, Tag, useWords } from '../../ui/index.ts'
import { reasonWord } from '../ask/reason-word.ts'

/** What a person has heard, what is planned, and why something did not leave. */
export function ContactsCard({ personId }: { personId: string }) {
  const { t, f } = useWords()
  const budget = useQuery({
    queryKey: ['budget', personId],
    queryFn: () => get(`/people/${personId}/budget`, ContactBudget),
  })
  const messages = useQuery({
    queryKey: ['messages', 'of', personId],
    queryFn: () => get('/messages', pageOf(Message), { personId, limit: 6 }),
  })
  return (
    <Card title={t('budget.person')}>
      <Loaded of={budget} height={64}>
        {found => <Standing budget={found} />}
      </Loaded>
      {messages.data?.items.length === 0 && <p className="quiet">{t('budget.none')}</p>}
      <ul className="contacts">
        {messages.data?.items.map(message => (
          <li key={message.messageId}>
            <span className="contact-what">
              {purposeWord(message, t)}
              <Tag>{t(`messages.states.${message.state}`)}</Tag>
            </span>
            <span className="small">
              {message.state === 'queued' && message.notBefore > message.changedAt
                ? t('budget.planned', { date: f.date(message.notBefore) })
                : f.date(message.acceptedAt ?? message.changedAt)}
              {message.reason && <> · {reasonWord(message.reason, t)}</>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Standing({ budget }: { budget: ContactBudget }) {
  const { t, f } = useWords()
  const { used, limit, days, freeFrom, pausedUntil, surveysOnly } = budget
  return (
    <>
      <p>
        <b>{t('budget.used', { used, limit, days })}</b>
      </p>
      <p className="quiet">{freeFrom ? t('budget.freeFrom', { date: f.date(freeFrom) }) : t('budget.free')}</p>
      {pausedUntil && <p className="quiet">{t('budget.paused', { date: f.date(pausedUntil) })}</p>}
      {surveysOnly && <p className="quiet">{t('budget.surveysOnly')}</p>}
    </>
  )
}

function purposeWord({ purpose }: Message, t: ReturnType<typeof useWords>['t']): string {
  const key = `permissions.purposes.${purpose}`
  return isWordKey(key) ? t(key) : purpose
}
