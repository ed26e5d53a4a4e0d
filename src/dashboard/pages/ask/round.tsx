import { Link, useParams } from '@tanstack/react-router'
import { Wave } from '../../../vocabulary/wave.ts'
import { send } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Loaded, Progress, Tag, useWords } from '../../ui/index.ts'
import { useWayBack } from './ask-tabs.tsx'
import { DrawnCard } from './drawn-card.tsx'
import { LeftOutCard } from './left-out-card.tsx'
import { MessagesCard } from './messages-card.tsx'
import { SendingNote } from './sending-note.tsx'
import { SubjectsCard } from './subjects-card.tsx'
import { useWave } from './use-ask.ts'
import './ask.css'

/** One round of asking: how far it is, and what happened to each message. */
export default function RoundPage() {
  const { t } = useWords()
  const { waveId } = useParams({ strict: false }) as { waveId: string }
  const wave = useWave(waveId)
  return (
    <Page title={wave.data?.name ?? t('surveys.title')}>
      <Loaded of={wave} height={400}>
        {found => <Round wave={found} />}
      </Loaded>
    </Page>
  )
}

const totalOf = (wave: Wave) => Object.values(wave.messages).reduce((sum, n) => sum + n, 0)

function Round({ wave }: { wave: Wave }) {
  const { t, f } = useWords()
  const sent = wave.messages.accepted ?? 0
  const total = totalOf(wave)
  const imported = wave.approvedAt === null && wave.state === 'done'
  const values = { state: wave.state, sent: f.count(sent), total: f.count(total) }
  return (
    <div className="ask">
      <PageHead
        back={useWayBack('rounds')}
        title={
          <>
            <bdi>{wave.name}</bdi>. {imported ? t('surveys.wave.imported') : t('surveys.wave.headline', values)}{' '}
            {t('surveys.wave.answers', { answered: wave.answered })}
          </>
        }
        lead={
          <>
            <Link to={`/ask/surveys/${wave.surveyId}`}>{wave.surveyName}</Link> · {f.date(wave.startsOn)}
          </>
        }
      >
        <StopButton wave={wave} />
      </PageHead>
      <SendingNote />
      {!imported && (
        <div className="grid">
          <Card title={t('surveys.wave.happened')} span={7}>
            <div className="stack">
              <Progress label={t('surveys.wave.progress', values)} value={sent} max={Math.max(total, 1)} />
              <StateTags wave={wave} />
              <p className="small">{t('waves.reminders.planned', { n: wave.reminders.length })}</p>
            </div>
          </Card>
          <LeftOutCard leftOut={wave.leftOut} />
          {wave.subjects && <SubjectsCard wave={wave} />}
          {wave.drawn && <DrawnCard drawn={wave.drawn} />}
          <MessagesCard wave={wave} />
        </div>
      )}
    </div>
  )
}

function StateTags({ wave }: { wave: Wave }) {
  const { t, f } = useWords()
  return (
    <div className="row">
      {Object.entries(wave.messages).map(([state, n]) => (
        <Tag key={state}>
          {t(`messages.states.${state as 'queued'}`)} {f.count(n)}
        </Tag>
      ))}
    </div>
  )
}

function StopButton({ wave }: { wave: Wave }) {
  const { t } = useWords()
  const { run, busy } = useChange('waves')
  const path = `/waves/${wave.waveId}/stop`
  if (wave.state === 'stopped') {
    return (
      <Button
        kind="primary"
        busy={busy}
        onClick={() => run(() => send('DELETE', path, {}, Wave), t('surveys.wave.resumed'))}
      >
        {t('surveys.wave.resume')}
      </Button>
    )
  }
  if (wave.state !== 'sending' && wave.state !== 'planning') return null
  return (
    <Button
      kind="danger"
      busy={busy}
      onClick={() => run(() => send('POST', path, {}, Wave), t('surveys.wave.stopped'))}
    >
      {t('surveys.wave.stop')}
    </Button>
  )
}
