import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Import } from '../../../vocabulary/import.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { get } from '../../api.ts'
import { Button, Card, ErrorState, Skeleton, Table, Tag, useWords } from '../../ui/index.ts'
import { stateText } from './words.ts'

/** What was imported so far, newest first. */
export function HistoryCard() {
  const { t, f } = useWords()
  const list = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam }) => get('/imports', pageOf(Import), { limit: 10, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const imports = list.data?.pages.flatMap(page => page.items) ?? []
  const counts = (one: Import) =>
    t('imports.resultCounts', {
      added: f.count(one.rowsAdded),
      changed: f.count(one.rowsChanged),
      known: f.count(one.rowsKnown),
      rejected: f.count(one.rowsRejected),
    })
  return (
    <div className="grid">
      <Card span={12} title={t('imports.historyTitle')}>
        {list.isError && <ErrorState error={list.error} retry={() => list.refetch()} />}
        {list.isPending && <Skeleton height={160} />}
        {list.isSuccess && imports.length === 0 && <p className="quiet">{t('imports.historyEmpty')}</p>}
        {imports.length > 0 && (
          <Table
            caption={t('imports.historyTitle')}
            rows={imports}
            keyOf={one => one.importId}
            columns={[
              { title: t('imports.file'), cell: one => <FileLink one={one} /> },
              { title: t('imports.what'), cell: one => t(`imports.kinds.${one.kind}`) },
              { title: t('imports.when'), cell: one => f.moment(one.createdAt) },
              { title: t('imports.result'), cell: one => (one.state === 'waiting' ? null : counts(one)) },
              { title: '', cell: one => <Tag>{stateText(one, t)}</Tag> },
            ]}
          />
        )}
        {list.hasNextPage && (
          <Button kind="plain" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('people.more')}
          </Button>
        )}
      </Card>
    </div>
  )
}

const FileLink = ({ one }: { one: Import }) => (
  <Link to={'/import/$importId' as never} params={{ importId: one.importId } as never}>
    {one.fileName}
  </Link>
)
