import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { Survey } from '../../../vocabulary/survey.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Card, EmptyState, Field, Loaded, Select, useWords } from '../../ui/index.ts'
import { ApproveButton } from './approve-button.tsx'
import { useWayBack } from './ask-tabs.tsx'
import { AudiencePicker } from './audience-picker.tsx'
import { ChannelSelect } from './channel-select.tsx'
import { CheckCard } from './check-card.tsx'
import { NewSurvey } from './new-survey.tsx'
import type { PlannedRound } from './planned-round.ts'
import { PlannerCard } from './planner-card.tsx'
import { RemindersField } from './reminders-field.tsx'
import { SampleField } from './sample-field.tsx'
import { SendingNote } from './sending-note.tsx'
import { SubjectsField } from './subjects-field.tsx'
import { useSendCheck, useSurveys } from './use-ask.ts'
import './ask.css'
import './asking.css'

const Choice = z.object({ survey: z.string().optional().catch(undefined) })

/** Choosing whom to ask what, and seeing what would happen before anything leaves. */
export default function SendPage() {
  const { t } = useWords()
  const surveys = useSurveys()
  const isOpen = ({ archivedAt }: Survey) => archivedAt === null
  return (
    <Page title={t('surveys.send.title')}>
      <div className="ask">
        <PageHead back={useWayBack('rounds')} title={t('surveys.send.title')} lead={t('surveys.send.headline')} />
        <Loaded of={surveys} height={400}>
          {found => (found.some(isOpen) ? <Sending surveys={found.filter(isOpen)} /> : <NothingToAsk />)}
        </Loaded>
      </div>
    </Page>
  )
}

function NothingToAsk() {
  const { t } = useWords()
  return (
    <Card>
      <EmptyState title={t('surveys.send.noSurvey')} text={t('surveys.ask.emptyText')}>
        <NewSurvey first />
      </EmptyState>
    </Card>
  )
}

type Put = (change: Partial<PlannedRound>) => void

function Sending({ surveys }: { surveys: Survey[] }) {
  const { t, f } = useWords()
  const [choice, choose] = useAddress(Choice)
  const [round, setRound] = useState<PlannedRound>(() => ({
    name: t('surveys.send.roundNameDefault', { month: f.month(new Date()) }),
    audience: { kind: 'all' },
    channel: 'email',
    sample: null,
    reminders: [],
    subjects: null,
  }))
  const put: Put = change => setRound(before => ({ ...before, ...change }))
  const survey = surveys.find(one => one.surveyId === choice.survey) ?? surveys[0]
  if (!survey) return null
  return (
    <>
      <SendingNote />
      <div className="grid">
        <Card title={t('surveys.send.whom')} span={5}>
          <div className="stack">
            <Select
              label={t('surveys.send.survey')}
              value={survey.surveyId}
              options={surveys.map(one => ({ value: one.surveyId, label: one.name }))}
              onChange={event => choose({ survey: event.target.value })}
            />
            <RoundForm survey={survey} round={round} put={put} />
          </div>
        </Card>
        <div className="c7 cards-below">
          <Check survey={survey} round={round} />
          <PlannerCard question={questionOf(survey, round)} onTake={size => put({ sample: sampleOf(round, size) })} />
        </div>
      </div>
    </>
  )
}

const sampleOf = ({ sample }: PlannedRound, size: number): PlannedRound['sample'] => ({
  allocation: 'proportional',
  ...sample,
  size,
})

const questionOf = ({ surveyId }: Survey, { audience, channel, sample }: PlannedRound) => ({
  ...{ surveyId, audience, channel },
  ...(sample ? { sample } : {}),
})

function RoundForm({ survey, round, put }: { survey: Survey; round: PlannedRound; put: Put }) {
  const { t } = useWords()
  return (
    <>
      <Field
        label={t('surveys.send.roundName')}
        required
        maxLength={200}
        value={round.name}
        onChange={event => put({ name: event.target.value })}
      />
      <AudiencePicker audience={round.audience} onChange={audience => put({ audience })} />
      <SampleField sample={round.sample} onChange={sample => put({ sample })} />
      <ChannelSelect channel={round.channel} onChange={channel => put({ channel })} />
      {survey.anonymous ? (
        <p className="small">{t('waves.reminders.anonymous')}</p>
      ) : (
        <RemindersField reminders={round.reminders} onChange={reminders => put({ reminders })} />
      )}
      {round.channel !== 'sms' && !survey.anonymous && (
        <SubjectsField test={round.subjects} languages={survey.languages} onChange={subjects => put({ subjects })} />
      )}
      <Link to={`/ask/surveys/${survey.surveyId}` as string}>{t('surveys.send.example')}</Link>
    </>
  )
}

function Check({ survey, round }: { survey: Survey; round: PlannedRound }) {
  const { t } = useWords()
  const { audience, channel } = round
  const reminders = survey.anonymous ? [] : round.reminders
  const subjects = survey.anonymous ? null : round.subjects
  const check = useSendCheck({ audience, channel, reminders })
  const asked = Math.min(check.data?.asked ?? 0, round.sample?.size ?? Number.POSITIVE_INFINITY)
  return (
    <Card title={t('surveys.send.check')}>
      <Loaded of={check} height={220}>
        {found => (
          <CheckCard check={found} audience={audience} channel={channel} stale={check.isPlaceholderData}>
            <ApproveButton surveyId={survey.surveyId} round={{ ...round, reminders, subjects }} asked={asked} />
          </CheckCard>
        )}
      </Loaded>
    </Card>
  )
}
