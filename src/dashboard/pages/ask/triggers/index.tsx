import { Link } from '@tanstack/react-router'
import { Card, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskList } from '../ask-list.tsx'
import { SendingNote } from '../sending-note.tsx'
import { findingOf } from '../series/series.ts'
import { useTriggers } from '../use-asking.ts'
import { delayWords, listensTo } from './delay-words.ts'
import { NewTrigger } from './new-trigger.tsx'

/** Triggers that ask after something happened. */
export default function TriggersPage() {
  const { t, f } = useWords()
  return (
    <AskList
      on="triggers"
      words="triggers"
      of={useTriggers()}
      finding={triggers => t('waves.triggers.finding', findingOf(triggers, f))}
      make={first => <NewTrigger first={first} />}
    >
      {triggers => (
        <>
          <SendingNote />
          <Card title={t('waves.triggers.title')}>
            <Table
              caption={t('waves.triggers.title')}
              rows={triggers}
              keyOf={trigger => trigger.triggerId}
              columns={[
                {
                  title: t('waves.name'),
                  cell: trigger => <Link to={`/ask/triggers/${trigger.triggerId}`}>{trigger.name}</Link>,
                },
                { title: t('waves.triggers.kind'), cell: trigger => listensTo(trigger, t) },
                { title: t('waves.when'), cell: trigger => delayWords(trigger.delayHours, t) },
                {
                  title: t('waves.state'),
                  cell: trigger => <Tag>{t(trigger.startedAt ? 'waves.running' : 'waves.resting')}</Tag>,
                },
                { title: t('waves.asked'), cell: trigger => f.count(trigger.turns.asked), figure: true },
                { title: t('waves.answered'), cell: trigger => f.count(trigger.answered), figure: true },
              ]}
            />
          </Card>
        </>
      )}
    </AskList>
  )
}
