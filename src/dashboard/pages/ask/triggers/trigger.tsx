import { Link, useParams } from '@tanstack/react-router'
import { isWordKey, type Speak } from '../../../../languages/index.ts'
import type { TriggerTurn } from '../../../../vocabulary/trigger.ts'
import { Card, Loaded, Table, Tag, useWords } from '../../../ui/index.ts'
import { EditCard } from '../series/edit-card.tsx'
import { TRIGGERS } from '../series/series.ts'
import { SeriesPage } from '../series/series-page.tsx'
import { StateCard } from '../series/state-card.tsx'
import { useTrigger, useTurns } from '../use-asking.ts'
import { delayWords, listensTo } from './delay-words.ts'
import { TriggerFields } from './trigger-fields.tsx'

/** One trigger: what it made of what happened, and its rules. */
export default function TriggerPage() {
  const { t } = useWords()
  const { triggerId } = useParams({ strict: false }) as { triggerId: string }
  return (
    <SeriesPage
      kind={TRIGGERS}
      of={useTrigger(triggerId)}
      when={trigger => `${listensTo(trigger, t)}, ${delayWords(trigger.delayHours, t)}`}
    >
      {trigger => (
        <>
          <TurnsCard triggerId={triggerId} />
          <StateCard kind={TRIGGERS} series={trigger} />
          <EditCard kind={TRIGGERS} series={trigger}>
            {(wish, put) => <TriggerFields trigger={wish} put={put} />}
          </EditCard>
        </>
      )}
    </SeriesPage>
  )
}

/** Why somebody was not asked: as for every send, or for what happened since. */
function reasonOf({ state, reason }: TriggerTurn, t: Speak): string {
  const word = t(`waves.turnStates.${state}`)
  const key = [`waves.turnReasons.${reason}`, `messages.reasons.${reason}`].find(isWordKey)
  return key && isWordKey(key) ? `${word}: ${t(key)}` : word
}

function TurnsCard({ triggerId }: { triggerId: string }) {
  const { t } = useWords()
  return (
    <Card title={t('waves.triggers.turns')} span={8}>
      <Loaded of={useTurns(triggerId)} height={200}>
        {turns =>
          turns.length === 0 ? <p className="small">{t('waves.triggers.turnsNone')}</p> : <Turns turns={turns} />
        }
      </Loaded>
    </Card>
  )
}

function Turns({ turns }: { turns: TriggerTurn[] }) {
  const { t, f } = useWords()
  return (
    <Table
      caption={t('waves.triggers.turns')}
      rows={turns}
      keyOf={turn => turn.touchpointId}
      columns={[
        {
          title: t('waves.person'),
          cell: turn => <Link to={`/people/${turn.personId}`}>{turn.personName ?? '–'}</Link>,
        },
        {
          title: t('waves.triggers.happened'),
          cell: turn => [turn.title, turn.touchpointState].filter(Boolean).join(' · '),
        },
        { title: t('waves.triggers.due'), cell: turn => f.moment(turn.dueAt) },
        { title: t('waves.state'), cell: turn => <Tag>{reasonOf(turn, t)}</Tag> },
      ]}
    />
  )
}
