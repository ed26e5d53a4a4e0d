import type { Message } from '../../../vocabulary/message.ts'
import { Button, Card, Table, Tag, useWords } from '../../ui/index.ts'
import { reasonWord } from '../ask/reason-word.ts'

/** Messages with where they stand, why, and what was reported. */
export function MessageTable({ messages, onOpen }: { messages: Message[]; onOpen: (messageId: string) => void }) {
  const { t, f } = useWords()
  return (
    <Card>
      <Table
        caption={t('delivery.messages.title')}
        rows={messages}
        keyOf={message => message.messageId}
        columns={[
          {
            title: t('delivery.messages.to'),
            cell: message => (
              <Button kind="plain" onClick={() => onOpen(message.messageId)}>
                {message.personName ?? message.address}
              </Button>
            ),
          },
          { title: t('delivery.messages.purpose'), cell: message => t(`delivery.purposes.${message.purpose}`) },
          { title: t('delivery.messages.state'), cell: message => t(`messages.states.${message.state}`) },
          {
            title: t('delivery.messages.outcome'),
            cell: message =>
              message.outcome ? (
                <Tag tone={message.outcome === 'delivered' ? undefined : 'det'}>
                  {t(`delivery.outcomes.${message.outcome}`)}
                </Tag>
              ) : (
                '–'
              ),
          },
          { title: t('delivery.messages.reason'), cell: message => reasonWord(message.reason, t) || '–' },
          { title: t('delivery.messages.since'), cell: message => f.moment(message.changedAt) },
        ]}
      />
    </Card>
  )
}
