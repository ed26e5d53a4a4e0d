import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { CaseLine } from '../../../vocabulary/case.ts'
import { Button, ButtonLink, EmptyState, Kbd, ScoreTag, Skeleton, useWords } from '../../ui/index.ts'
import { dueText, isOver } from './due.ts'
import { type InboxFilters, useCaseCounts, type useCaseList } from './use-cases.ts'
import { nameOf } from './who.ts'

/** The queue: who waits, how they answered, and by when. */
export function CaseList(props: {
  filters: InboxFilters
  list: ReturnType<typeof useCaseList>
  selected: string | undefined
}) {
  const { t, f } = useWords()
  const { filters, list, selected } = props
  const counts = useCaseCounts().data
  const count = counts?.[filters.view === 'mine' ? 'mine' : filters.queue]
  const items = list.data?.pages.flatMap(page => page.items) ?? []
  return (
    <section aria-label={t('cases.list.label')}>
      <header className="pane-head">
        <h2>{t(filters.view === 'mine' ? 'cases.filter.mine' : `cases.queues.${filters.queue}`)}</h2>
        {count && filters.state === 'open' && (
          <span className="small num">
            {t('cases.list.dueOf', { due: f.count(count.due), open: f.count(count.open) })}
          </span>
        )}
      </header>
      {list.isPending && <Waiting />}
      {list.isSuccess && items.length === 0 && (
        <NothingWaits everywhere={counts?.all.open === 0 && filters.state === 'open'} />
      )}
      <ul className="case-list">
        {items.map(one => (
          <CaseRow key={one.caseId} one={one} selected={one.caseId === selected} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button kind="plain" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('cases.list.more')}
        </Button>
      )}
      {items.length > 0 && (
        <p className="key-line small">
          <Kbd>j</Kbd> <Kbd>k</Kbd> {t('cases.list.keys')} · <Kbd>e</Kbd> {t('cases.list.keyClose')} · <Kbd>s</Kbd>{' '}
          {t('cases.list.keySnooze')} · <Kbd>?</Kbd> {t('cases.list.keyAll')}
        </p>
      )}
    </section>
  )
}

function CaseRow({ one, selected }: { one: CaseLine; selected: boolean }) {
  const { t, language } = useWords()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const due = one.firstContactAt ? t('cases.due.contacted') : dueText(one.dueAt, language, t)
  return (
    <li ref={row}>
      <Link
        to={'/act/$caseId' as never}
        params={{ caseId: one.caseId } as never}
        search={((now: object) => now) as never}
        resetScroll={false}
        aria-current={selected ? 'true' : undefined}
      >
        <ScoreTag answer={one} />
        <span className="who">
          <b>{nameOf(one, t)}</b>
          <span className="small cut">{one.company ?? one.comment ?? ''}</span>
        </span>
        <span className={isOver(one) ? 'due over' : 'due'}>{one.state === 'open' ? due : ''}</span>
      </Link>
    </li>
  )
}

const Waiting = () => (
  <div className="stack">
    {[1, 2, 3, 4, 5, 6].map(row => (
      <Skeleton key={row} height={44} />
    ))}
  </div>
)

function NothingWaits({ everywhere }: { everywhere: boolean }) {
  const { t } = useWords()
  if (!everywhere) return <EmptyState title={t('cases.empty.doneTitle')} text={t('cases.empty.doneText')} />
  return (
    <EmptyState title={t('cases.empty.noneTitle')} text={t('cases.empty.noneText')}>
      <ButtonLink to={'/ask' as never} kind="primary">
        {t('cases.empty.ask')}
      </ButtonLink>
    </EmptyState>
  )
}
