import { Link } from '@tanstack/react-router'
import { Card, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskList } from '../ask-list.tsx'
import { useSources } from '../use-asking.ts'
import { NewSource } from './new-source.tsx'
import { stateOf } from './words.ts'

/** Systems that tell what happened with customers. */
export default function EventsPage() {
  const { t, f } = useWords()
  return (
    <AskList
      on="events"
      words="sources"
      of={useSources()}
      finding={sources =>
        t('waves.sources.finding', {
          reading: sources.filter(({ mapping, pausedAt }) => mapping && !pausedAt).length,
          taken: sources.reduce((sum, { received }) => sum + received.taken, 0),
          rejected: f.count(sources.reduce((sum, { received }) => sum + received.rejected, 0)),
        })
      }
      make={first => <NewSource first={first} />}
    >
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
              { title: t('waves.state'), cell: source => <Tag>{t(`waves.sources.${stateOf(source)}`)}</Tag> },
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
