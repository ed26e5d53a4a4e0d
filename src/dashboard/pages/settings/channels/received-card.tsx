import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { Reply } from '../../../../vocabulary/channel-settings.ts'
import { get } from '../../../api.ts'
import { Card, EmptyState, Loaded, useWords } from '../../../ui/index.ts'

const Replies = z.object({ items: z.array(Reply), next: z.string().nullable() })

/** What people wrote back, newest first, and where it landed. */
export function ReceivedCard() {
  const { t } = useWords()
  const found = useQuery({ queryKey: ['replies'], queryFn: () => get('/replies', Replies, { limit: 20 }) })
  return (
    <Card title={t('channels.received.title')} span={12}>
      <Loaded of={found} height={120}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('channels.received.empty')} text={t('channels.received.emptyText')} />
          ) : (
            <ul className="received">
              {items.map(reply => (
                <ReplyItem key={reply.replyId} reply={reply} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function ReplyItem({ reply }: { reply: Reply }) {
  const { t, f } = useWords()
  const name = reply.personName ?? t('channels.received.somebody')
  if (reply.kind === 'unmatched') return null
  return (
    <li>
      <div className="what">
        <b>
          {reply.personId ? (
            <Link to="/people/$personId" params={{ personId: reply.personId }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </b>
        <span>{t(`channels.received.kinds.${reply.kind}`, { score: reply.score })}</span>
        <span className="small">
          {t(`channels.received.${reply.channel}`)} · {f.moment(reply.receivedAt)}
        </span>
      </div>
      {reply.words && <p>{reply.words}</p>}
    </li>
  )
}
