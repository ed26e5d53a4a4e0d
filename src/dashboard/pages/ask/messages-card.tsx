import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Message, type MessageState } from '../../../vocabulary/message.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import type { Wave } from '../../../vocabulary/wave.ts'
import { get } from '../../api.ts'
import { Button, Card, Chip, ErrorState, Skeleton, Table, useWords } from '../../ui/index.ts'
import { MessageDialog } from './message-dialog.tsx'
import { reasonWord } from './reason-word.ts'

const shape = pageOf(Message)
type MessagePage = { items: Message[]; next: string | null }

/** Every message of a round with its state and reason. */
export function MessagesCard({ wave }: { wave: Wave }) {
  const { t, f } = useWords()
  const [state, setState] = useState<MessageState | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const counts = JSON.stringify(wave.messages)
  const pages = useInfiniteQuery({
    queryKey: ['messages', wave.waveId, state, counts],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }): Promise<MessagePage> =>
      get('/messages', shape, { waveId: wave.waveId, state, cursor: pageParam, limit: 50 }),
    getNextPageParam: page => page.next,
  })
  const rows = pages.data?.pages.flatMap(page => page.items) ?? []
  const unknown = wave.messages.unknown ?? 0
  const states = Object.keys(wave.messages) as MessageState[]
  return (
    <Card
      title={t('messages.title')}
      aside={
        <Link to="/ask/messages" search={{ waveId: wave.waveId } as never}>
          {t('delivery.nav.messages')}
        </Link>
      }
      span={12}
    >
      <div className="stack">
        {unknown > 0 && <p className="ask-note wrong">{t('surveys.wave.unknownNote', { n: unknown })}</p>}
        <div className="row">
          <Chip pressed={state === null} onPress={() => setState(null)}>
            {t('surveys.wave.filterAll')}
          </Chip>
          {states.map(one => (
            <Chip key={one} pressed={state === one} onPress={() => setState(one)}>
              {t(`messages.states.${one}`)} {f.count(wave.messages[one] ?? 0)}
            </Chip>
          ))}
        </div>
        {pages.error && <ErrorState error={pages.error} retry={() => pages.refetch()} />}
        {pages.isPending && <Skeleton height={200} />}
        {pages.data && rows.length === 0 && <p className="small">{t('surveys.wave.noMessages')}</p>}
        {rows.length > 0 && (
          <Table
            caption={t('messages.title')}
            rows={rows}
            keyOf={message => message.messageId}
            columns={[
              {
                title: t('surveys.wave.to'),
                cell: message => (
                  <Button kind="plain" onClick={() => setOpen(message.messageId)}>
                    {message.personName ?? message.address}
                  </Button>
                ),
              },
              { title: t('surveys.wave.state'), cell: message => t(`messages.states.${message.state}`) },
              { title: t('surveys.wave.reason'), cell: message => reasonWord(message.reason, t) },
              { title: t('surveys.wave.since'), cell: message => f.moment(message.changedAt) },
            ]}
          />
        )}
        {pages.hasNextPage && (
          <div className="row">
            <Button busy={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
              {t('surveys.wave.more')}
            </Button>
          </div>
        )}
      </div>
      <MessageDialog messageId={open} onClose={() => setOpen(null)} />
    </Card>
  )
}
