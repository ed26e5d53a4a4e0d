import { Link } from '@tanstack/react-router'
import type { Trigger } from '../../../../vocabulary/trigger.ts'
import { Page } from '../../../shell/page.tsx'
import { Card, EmptyState, ErrorState, Skeleton, Table, Tag, useWords } from '../../../ui/index.ts'
import { AskTabs } from '../ask-tabs.tsx'
import { SendingNote } from '../sending-note.tsx'
import { useTriggers } from '../use-asking.ts'
import { delayWords, listensTo } from './delay-words.ts'
import { NewTrigger } from './new-trigger.tsx'
import '../ask.css'

/** Triggers that ask after something happened. */
export default function TriggersPage() {
  const { t } = useWords()
  const triggers = useTriggers()
  return (
    <Page title={t('waves.triggers.title')}>
      <div className="ask">
        <AskTabs on="triggers" />
        {triggers.error ? (
          <ErrorState error={triggers.error} retry={() => triggers.refetch()} />
        ) : !triggers.data ? (
          <Skeleton height={320} />
        ) : triggers.data.length === 0 ? (
          <>
            <h1 className="hidden">{t('waves.triggers.title')}</h1>
            <EmptyState title={t('waves.triggers.emptyTitle')} text={t('waves.triggers.emptyText')}>
              <NewTrigger first />
            </EmptyState>
          </>
        ) : (
          <Triggers triggers={triggers.data} />
        )}
      </div>
    </Page>
  )
}

function Triggers({ triggers }: { triggers: Trigger[] }) {
  const { t, f } = useWords()
  return (
    <>
      <div className="ask-head">
        <h1>{t('waves.triggers.headline')}</h1>
        <NewTrigger />
      </div>
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
  )
}
