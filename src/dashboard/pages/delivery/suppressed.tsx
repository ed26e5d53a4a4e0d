import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { pageOf, SUPPRESSION_REASONS, Suppression, SuppressionReason } from '../../../vocabulary/index.ts'
import { roleIncludes } from '../../../vocabulary/role.ts'
import { get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Button, Chip, EmptyState, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { AskTabs, useWayBack } from '../ask/ask-tabs.tsx'
import { useWho } from '../settings/use-who.ts'
import { AddSuppression } from './add-suppression.tsx'
import { LiftDialog } from './lift-dialog.tsx'
import { LateField } from './message-bar.tsx'
import { SuppressionTable } from './suppression-table.tsx'
import { TakeList } from './take-list.tsx'
import '../listen/listen.css'
import './delivery.css'

const Filters = z.object({
  reason: SuppressionReason.optional().catch(undefined),
  address: z.string().optional().catch(undefined),
})
const Suppressions = pageOf(Suppression)

/** Every address to which nothing is sent, with the reason. */
export default function SuppressedPage() {
  const { t, f } = useWords()
  const role = useWho().data?.role
  const [filters, setFilters] = useAddress(Filters)
  const [lifting, setLifting] = useState<Suppression | null>(null)
  const tally = useQuery({
    queryKey: ['suppressions', 'tally'],
    queryFn: () => get('/suppressions/tally', z.record(z.string(), z.number())),
  })
  const list = useInfiniteQuery({
    queryKey: ['suppressions', filters],
    queryFn: ({ pageParam }) => get('/suppressions', Suppressions, { ...filters, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap(page => page.items) ?? []
  const mayChange = role ? roleIncludes(role, 'manager') : false
  const reasons = SUPPRESSION_REASONS.filter(reason => tally.data?.[reason])
  return (
    <Page title={t('delivery.suppressed.title')}>
      <div className="delivery">
        <AskTabs on="messages" />
        <PageHead
          back={useWayBack('messages')}
          title={
            tally.data ? t('delivery.suppressed.finding', { n: totalOf(tally.data) }) : t('delivery.suppressed.title')
          }
          lead={t('delivery.suppressed.lead')}
        />
        <div className="stack">
          <div className="row">
            <Chip pressed={filters.reason === undefined} onPress={() => setFilters({ reason: undefined })}>
              {t('delivery.suppressed.all')}
            </Chip>
            {reasons.map(reason => (
              <Chip key={reason} pressed={filters.reason === reason} onPress={() => setFilters({ reason })}>
                {t(`delivery.suppressed.reasons.${reason}`)} {f.count(tally.data?.[reason] ?? 0)}
              </Chip>
            ))}
            <LateField
              label={t('delivery.suppressed.find')}
              value={filters.address}
              onChange={address => setFilters({ address })}
            />
          </div>
          {list.error && <ErrorState error={list.error} retry={() => list.refetch()} />}
          {list.isPending && <Skeleton height={240} />}
          {list.data && rows.length === 0 && <Nothing filtered={Boolean(filters.reason || filters.address)} />}
          {rows.length > 0 && <SuppressionTable rows={rows} onLift={mayChange ? setLifting : null} />}
          {list.hasNextPage && (
            <div className="row">
              <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                {t('delivery.messages.more')}
              </Button>
            </div>
          )}
          {mayChange && (
            <div className="grid">
              <AddSuppression />
              <TakeList />
            </div>
          )}
        </div>
      </div>
      <LiftDialog suppression={lifting} onClose={() => setLifting(null)} />
    </Page>
  )
}

const totalOf = (tally: Record<string, number>) => Object.values(tally).reduce((sum, n) => sum + n, 0)

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useWords()
  if (filtered) return <p className="empty">{t('delivery.suppressed.noneFits')}</p>
  return <EmptyState title={t('delivery.suppressed.none')} text={t('delivery.suppressed.noneText')} />
}
