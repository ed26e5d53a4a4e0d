import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isWordKey, type Speak } from '../../../../languages/index.ts'
import { Trigger, type TriggerTurn } from '../../../../vocabulary/trigger.ts'
import { send } from '../../../api.ts'
import { Page } from '../../../shell/page.tsx'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, ErrorState, Skeleton, Table, Tag, useWords } from '../../../ui/index.ts'
import { CountsList } from '../counts-list.tsx'
import { RemoveButton } from '../remove-button.tsx'
import { SendingNote } from '../sending-note.tsx'
import { StartButton } from '../start-button.tsx'
import { useTrigger, useTurns } from '../use-asking.ts'
import { delayWords, listensTo } from './delay-words.ts'
import { TriggerFields, type TriggerWish } from './trigger-fields.tsx'
import '../ask.css'
import '../asking.css'

/** One trigger: what it made of what happened, and its rules. */
export default function TriggerPage() {
  const { t } = useWords()
  const { triggerId } = useParams({ strict: false }) as { triggerId: string }
  const trigger = useTrigger(triggerId)
  return (
    <Page title={trigger.data?.name ?? t('waves.triggers.title')}>
      {trigger.error ? (
        <ErrorState error={trigger.error} retry={() => trigger.refetch()} />
      ) : trigger.data ? (
        <Shown trigger={trigger.data} />
      ) : (
        <Skeleton height={400} />
      )}
    </Page>
  )
}

function Shown({ trigger }: { trigger: Trigger }) {
  const { t, f } = useWords()
  const path = `/triggers/${trigger.triggerId}`
  const facts = [
    [t('waves.waitingTurns'), f.count(trigger.turns.waiting)],
    [t('waves.asked'), f.count(trigger.turns.asked)],
    [t('waves.leftOut'), f.count(trigger.turns.left_out)],
    [t('waves.cancelled'), f.count(trigger.turns.cancelled)],
    [t('waves.answered'), f.count(trigger.answered)],
  ] as const
  return (
    <div className="ask">
      <div className="ask-head">
        <div className="stack tight">
          <p className="small">
            <Link to="/ask/triggers">{t('waves.triggers.title')}</Link> ·{' '}
            <Link to={`/ask/surveys/${trigger.surveyId}`}>{trigger.surveyName}</Link> ·{' '}
            {t(trigger.startedAt ? 'waves.running' : 'waves.resting')}
          </p>
          <h1>{trigger.name}</h1>
          <p>
            {listensTo(trigger, t)}, {delayWords(trigger.delayHours, t)}
          </p>
        </div>
        <StartButton
          path={path}
          running={trigger.startedAt !== null}
          startText={t('waves.triggers.startText')}
          stopText={t('waves.triggers.stopText')}
          shape={Trigger}
          touches="triggers"
        />
      </div>
      <SendingNote />
      <div className="grid">
        <TurnsCard triggerId={trigger.triggerId} />
        <Card title={t('waves.state')} span={4}>
          <div className="stack">
            <CountsList counts={facts} />
            <div className="row">
              <RemoveButton path={path} touches="triggers" back="/ask/triggers" />
            </div>
          </div>
        </Card>
        <EditCard trigger={trigger} />
      </div>
    </div>
  )
}

/** Why somebody was not asked: as for every send, or for what happened since. */
function reasonOf({ state, reason }: TriggerTurn, t: Speak): string {
  const word = t(`waves.turnStates.${state}`)
  const key = [`waves.turnReasons.${reason}`, `messages.reasons.${reason}`].find(isWordKey)
  return key && isWordKey(key) ? `${word}: ${t(key)}` : word
}

function TurnsCard({ triggerId }: { triggerId: string }) {
  const { t, f } = useWords()
  const turns = useTurns(triggerId)
  return (
    <Card title={t('waves.triggers.turns')} span={8}>
      {turns.error ? (
        <ErrorState error={turns.error} retry={() => turns.refetch()} />
      ) : !turns.data ? (
        <Skeleton height={200} />
      ) : turns.data.length === 0 ? (
        <p className="small">{t('waves.triggers.turnsNone')}</p>
      ) : (
        <Table
          caption={t('waves.triggers.turns')}
          rows={turns.data}
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
      )}
    </Card>
  )
}

function EditCard({ trigger }: { trigger: Trigger }) {
  const { t } = useWords()
  const { run, busy } = useChange('triggers')
  const [wish, setWish] = useState<TriggerWish>(() => wishOf(trigger))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(() => send('PATCH', `/triggers/${trigger.triggerId}`, wish, Trigger), t('waves.saved'))
  }
  return (
    <Card title={t('waves.edit')} span={8}>
      <form className="stack" onSubmit={save}>
        <TriggerFields trigger={wish} put={change => setWish(before => ({ ...before, ...change }))} />
        <div className="row">
          <Button kind="primary" type="submit" busy={busy}>
            {t('waves.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function wishOf(trigger: Trigger): TriggerWish {
  const { triggerId: _, surveyId: _s, surveyName: _n, startedAt: _a, turns: _t, answered: _w, ...wish } = trigger
  return wish
}
