import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Import } from '../../../vocabulary/import.ts'
import { get } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Card, Loaded, Progress, useWords } from '../../ui/index.ts'
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
      <PageHead
        back={{ to: '/import', word: t('imports.title') }}
        title={found.data ? <bdi>{found.data.fileName}</bdi> : t('imports.title')}
      />
      <Loaded of={found} height={420}>
        {one => <Stages one={one} changed={changed} />}
      </Loaded>
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
