import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Import } from '../../../vocabulary/import.ts'
import { get } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { Card, ErrorState, Icon, Progress, Skeleton, useWords } from '../../ui/index.ts'
import { MappingCard } from './mapping-card.tsx'
import { RejectionsCard } from './rejections-card.tsx'
import { ResultCard } from './result-card.tsx'
import './imports.css'

const POLL_MS = 700

/** One import: what its columns mean, how far it is, what became of its rows. */
export default function ImportPage() {
  const { t } = useWords()
  const { importId = '' } = useParams({ strict: false }) as { importId?: string }
  const cache = useQueryClient()
  const key = ['import', importId]
  const found = useQuery({
    queryKey: key,
    queryFn: () => get(`/imports/${importId}`, Import),
    refetchInterval: query => (query.state.data?.state === 'running' ? POLL_MS : false),
  })
  const changed = (one: Import) => {
    cache.setQueryData(key, one)
    void cache.invalidateQueries({ queryKey: ['imports'] })
  }
  return (
    <Page title={found.data?.fileName ?? t('imports.title')}>
      <Link to={'/import' as never} className="small row">
        <Icon name="back" size={14} /> {t('imports.title')}
      </Link>
      <h1>{found.data?.fileName ?? t('imports.title')}</h1>
      {found.isError && <ErrorState error={found.error} retry={() => found.refetch()} />}
      {found.isPending && <Skeleton height={420} />}
      {found.data && <Stages one={found.data} changed={changed} />}
    </Page>
  )
}

function Stages({ one, changed }: { one: Import; changed: (one: Import) => void }) {
  const isOver = one.state === 'done' || one.state === 'failed'
  const mayStillRun = one.state !== 'running' && !(one.state === 'done' && !one.dryRun)
  return (
    <div className="grid">
      {one.state === 'running' && <Running one={one} />}
      {isOver && <ResultCard one={one} />}
      {isOver && one.rowsRejected > 0 && <RejectionsCard one={one} />}
      {mayStillRun && <MappingCard key={one.importId} one={one} changed={changed} />}
    </div>
  )
}

function Running({ one }: { one: Import }) {
  const { t, f } = useWords()
  const share = one.bytesTotal ? Math.min(1, one.bytesRead / one.bytesTotal) : 0
  return (
    <Card span={12}>
      <Progress label={t('imports.progressLabel')} value={share} />
      <p className="small" aria-live="polite">
        {t('imports.progress', { rows: f.count(one.rowsRead), percent: f.percent(share, 0) })}
      </p>
    </Card>
  )
}
