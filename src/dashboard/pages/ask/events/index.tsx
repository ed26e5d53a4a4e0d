import { Link } from '@tanstack/react-router'
import type { EventSource } from '../../../../vocabulary/event-source.ts'
import { Page } from '../../../shell/page.tsx'
import { Card, EmptyState, ErrorState, Skeleton, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskTabs } from '../ask-tabs.tsx'
import { useSources } from '../use-asking.ts'
import { NewSource } from './new-source.tsx'
import '../ask.css'

/** Systems that tell what happened with customers. */
export default function EventsPage() {
  const { t } = useWords()
  const sources = useSources()
  return (
    <Page title={t('waves.sources.title')}>
      <div className="ask">
        <AskTabs on="events" />
        {sources.error ? (
          <ErrorState error={sources.error} retry={() => sources.refetch()} />
        ) : !sources.data ? (
          <Skeleton height={320} />
        ) : sources.data.length === 0 ? (
          <>
            <h1 className="hidden">{t('waves.sources.title')}</h1>
            <EmptyState title={t('waves.sources.emptyTitle')} text={t('waves.sources.emptyText')}>
              <NewSource first />
            </EmptyState>
          </>
        ) : (
          <Sources sources={sources.data} />
        )}
      </div>
    </Page>
  )
}

function Sources({ sources }: { sources: EventSource[] }) {
  const { t, f } = useWords()
  const stateOf = (source: EventSource) =>
    t(source.pausedAt ? 'waves.sources.paused' : source.mapping ? 'waves.sources.mapped' : 'waves.sources.unmapped')
  return (
    <>
      <div className="ask-head">
        <h1>{t('waves.sources.headline')}</h1>
        <NewSource />
      </div>
      <Card title={t('waves.sources.title')}>
        <Table
          caption={t('waves.sources.title')}
          rows={sources}
          keyOf={source => source.sourceId}
          columns={[
            {
              title: t('waves.name'),
              cell: source => <Link to={`/ask/events/${source.sourceId}`}>{source.name}</Link>,
            },
            { title: t('waves.state'), cell: source => <Tag>{stateOf(source)}</Tag> },
            {
              title: t('waves.sources.lastAt'),
              cell: source => (source.received.lastAt ? f.moment(source.received.lastAt) : t('waves.sources.never')),
            },
            { title: t('waves.sources.taken'), cell: source => f.count(source.received.taken), figure: true },
            { title: t('waves.sources.rejected'), cell: source => f.count(source.received.rejected), figure: true },
          ]}
        />
      </Card>
    </>
  )
}
