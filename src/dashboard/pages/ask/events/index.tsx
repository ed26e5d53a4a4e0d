import { Link } from '@tanstack/react-router'
import type { EventSource } from '../../../../vocabulary/event-source.ts'
import { Card, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskList } from '../ask-list.tsx'
import { useSources } from '../use-asking.ts'
import { NewSource } from './new-source.tsx'

/** Systems that tell what happened with customers. */
export default function EventsPage() {
  const { t, f } = useWords()
  const stateOf = (source: EventSource) =>
    t(source.pausedAt ? 'waves.sources.paused' : source.mapping ? 'waves.sources.mapped' : 'waves.sources.unmapped')
  return (
    <AskList on="events" words="sources" of={useSources()} make={first => <NewSource first={first} />}>
      {sources => (
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
      )}
    </AskList>
  )
}
