import { z } from 'zod'
import type { EventSource, ReceivedEvent } from '../../../../vocabulary/event-source.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, Table, Tag, useWords } from '../../../ui/index.ts'
import { problemWord } from './words.ts'

const Again = z.object({ state: z.enum(['sample', 'taken', 'known', 'rejected']) })

/** The last bodies with what became of them; what was refused can be taken again once the mapping is right. */
export function ReceivedCard(props: {
  source: EventSource
  received: ReceivedEvent[]
  onChoose: (body: string) => void
}) {
  const { t, f } = useWords()
  const { run, busy } = useChange('event-sources')
  const { source, received } = props
  const again = (event: ReceivedEvent) =>
    run(
      () => send('POST', `/event-sources/${source.sourceId}/received/${event.receivedId}/again`, {}, Again),
      t('waves.saved'),
    )
  const mayAgain = (event: ReceivedEvent) => source.mapping !== null && !['taken', 'known'].includes(event.state)
  return (
    <Card title={t('waves.sources.received')} span={12}>
      {received.length === 0 ? (
        <p className="small">{t('waves.sources.receivedNone')}</p>
      ) : (
        <Table
          caption={t('waves.sources.received')}
          rows={received}
          keyOf={event => event.receivedId}
          columns={[
            { title: t('waves.when'), cell: event => f.moment(event.receivedAt) },
            { title: t('waves.state'), cell: event => <Tag>{t(`waves.sources.states.${event.state}`)}</Tag> },
            {
              title: t('waves.reason'),
              cell: event => (event.reason ? problemWord(event.reason, event.field, t) : '–'),
            },
            {
              title: t('waves.sources.show'),
              cell: event => (
                <div className="row">
                  <Button kind="plain" onClick={() => props.onChoose(event.body)}>
                    {t('waves.sources.show')}
                  </Button>
                  {mayAgain(event) && (
                    <Button kind="plain" busy={busy} onClick={() => again(event)}>
                      {t('waves.sources.again')}
                    </Button>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}
