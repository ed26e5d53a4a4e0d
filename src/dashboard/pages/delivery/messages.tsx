import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MessageTotals } from '../../../vocabulary/delivery.ts'
import { Message, pageOf } from '../../../vocabulary/index.ts'
import { address, get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Button, ButtonLink, EmptyState, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { AskTabs } from '../ask/ask-tabs.tsx'
import { MessageDialog } from '../ask/message-dialog.tsx'
import { SendingNote } from '../ask/sending-note.tsx'
import { MessageFilters, NO_FILTERS } from './filters.ts'
import { MessageBar } from './message-bar.tsx'
import { MessageTable } from './message-table.tsx'
import { headline, TotalsCard } from './totals-card.tsx'
import '../ask/ask.css'
import '../listen/listen.css'
import './delivery.css'

const Messages = pageOf(Message)

/** What happened to each message: over all rounds, purposes and channels. */
export default function MessagesPage() {
  const { t } = useWords()
  const [filters, setFilters] = useAddress(MessageFilters)
  const [open, setOpen] = useState<string | null>(null)
  const totals = useQuery({
    queryKey: ['messages', 'totals', filters],
    queryFn: () => get('/messages/totals', MessageTotals, filters),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    queryKey: ['messages', filters],
    queryFn: ({ pageParam }) => get('/messages', Messages, { ...filters, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
  const messages = list.data?.pages.flatMap(page => page.items) ?? []
  const trouble = list.error ?? totals.error
  return (
    <Page title={t('delivery.messages.title')}>
      <div className="delivery ask">
        <AskTabs on="messages" />
        <PageHead
          title={totals.data ? headline(totals.data, t) : t('delivery.messages.title')}
          lead={t('delivery.messages.lead')}
        >
          <ButtonLink to="/ask/suppressed">{t('delivery.nav.suppressed')}</ButtonLink>
        </PageHead>
        <SendingNote />
        {trouble && <ErrorState error={trouble} retry={() => void list.refetch()} />}
        {!trouble && !list.data && <Skeleton height={320} />}
        <div className="stack">
          {totals.data && <TotalsCard totals={totals.data} onChange={setFilters} />}
          <MessageBar filters={filters} onChange={setFilters} totals={totals.data} />
          {list.data && messages.length === 0 && (
            <EmptyState title={t('delivery.messages.empty')} text={t('delivery.messages.emptyText')}>
              <Button onClick={() => setFilters(NO_FILTERS)}>{t('delivery.messages.clear')}</Button>
            </EmptyState>
          )}
          {messages.length > 0 && <MessageTable messages={messages} onOpen={setOpen} />}
          <div className="row">
            {list.hasNextPage && (
              <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('delivery.messages.more')}
              </Button>
            )}
            {messages.length > 0 && (
              <a className="btn" href={address('/messages/file', filters)} download>
                {t('delivery.messages.file')}
              </a>
            )}
          </div>
        </div>
      </div>
      <MessageDialog messageId={open} onClose={() => setOpen(null)} />
    </Page>
  )
}
