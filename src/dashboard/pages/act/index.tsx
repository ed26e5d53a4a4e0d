import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { openPalette } from '../../shell/palette-state.ts'
import { EmptyState, ErrorState, useKeys, useWords } from '../../ui/index.ts'
import { CaseList } from './case-list.tsx'
import { CasePanes } from './case-panes.tsx'
import { InboxBar } from './inbox-bar.tsx'
import { InboxFilters, useCaseList } from './use-cases.ts'
import './act.css'
import './panes.css'

/** The inbox: the queue, the dossier of one case, and the next step, side by side. */
export default function ActPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { caseId } = useParams({ strict: false }) as { caseId?: string }
  const [filters, setFilters] = useAddress(InboxFilters)
  const list = useCaseList(filters)
  const items = list.data?.pages.flatMap(page => page.items) ?? []
  const at = items.findIndex(one => one.caseId === caseId)
  const open = (wanted: string | undefined) => {
    if (wanted)
      void navigate({
        to: '/act/$caseId',
        params: { caseId: wanted },
        search: (now: object) => now,
        resetScroll: false,
      } as never)
  }
  useKeys([
    { keys: 'j', label: t('cases.keys.next'), run: () => open(items[at + 1]?.caseId) },
    { keys: 'k', label: t('cases.keys.previous'), run: () => open(items[Math.max(0, at - 1)]?.caseId) },
    { keys: '/', label: t('cases.keys.search'), run: openPalette },
  ])
  // Where to go when this case leaves the list: to the one after it.
  const neighbour = useRef<string | undefined>(undefined)
  if (at >= 0) neighbour.current = (items[at + 1] ?? items[at - 1])?.caseId
  const first = items[0]?.caseId
  // Where there is room for three panes the first case is open at once.
  useEffect(() => {
    if (!caseId && first && matchMedia('(min-width: 1000px)').matches) open(first)
  })
  return (
    <Page title={t('cases.title')} wide filters={<InboxBar filters={filters} setFilters={setFilters} />}>
      <h1 className="hidden">{t('cases.title')}</h1>
      <div className={caseId ? 'inbox has-case' : 'inbox'}>
        <div className="pane queue">
          {list.isError ? (
            <ErrorState error={list.error} retry={() => list.refetch()} />
          ) : (
            <CaseList filters={filters} list={list} selected={caseId} />
          )}
        </div>
        {caseId ? (
          <CasePanes key={caseId} caseId={caseId} onGone={() => open(neighbour.current)} />
        ) : (
          <div className="pane dossier nothing">
            {items.length > 0 && <EmptyState title={t('cases.empty.chooseTitle')} text={t('cases.empty.chooseText')} />}
          </div>
        )}
      </div>
    </Page>
  )
}
