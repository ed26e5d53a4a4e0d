import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { Audience } from '../../../vocabulary/audience.ts'
import type { Survey } from '../../../vocabulary/survey.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { Card, EmptyState, ErrorState, Field, Select, Skeleton, useWords } from '../../ui/index.ts'
import { ApproveButton } from './approve-button.tsx'
import { AudiencePicker } from './audience-picker.tsx'
import { CheckCard } from './check-card.tsx'
import { NewSurvey } from './new-survey.tsx'
import { SendingNote } from './sending-note.tsx'
import { useSendCheck, useSurveys } from './use-ask.ts'
import './ask.css'

const Choice = z.object({ survey: z.string().optional().catch(undefined) })

/** Choosing whom to ask what, and seeing what would happen before anything leaves. */
export default function SendPage() {
  const { t } = useWords()
  const surveys = useSurveys()
  const open = surveys.data?.filter(survey => survey.archivedAt === null)
  return (
    <Page title={t('surveys.send.title')}>
      {surveys.error ? (
        <ErrorState error={surveys.error} retry={() => surveys.refetch()} />
      ) : !open ? (
        <Skeleton height={400} />
      ) : open.length === 0 ? (
        <EmptyState title={t('surveys.send.noSurvey')} text={t('surveys.ask.emptyText')}>
          <NewSurvey first />
        </EmptyState>
      ) : (
        <Sending surveys={open} />
      )}
    </Page>
  )
}

function Sending({ surveys }: { surveys: Survey[] }) {
  const { t, f } = useWords()
  const [choice, choose] = useAddress(Choice)
  const [name, setName] = useState(() => t('surveys.send.roundNameDefault', { month: f.month(new Date()) }))
  const [audience, setAudience] = useState<Audience>({ kind: 'all' })
  const check = useSendCheck(audience)
  const survey = surveys.find(one => one.surveyId === choice.survey) ?? surveys[0]
  if (!survey) return null
  return (
    <div className="ask">
      <div className="ask-head">
        <h1>{t('surveys.send.headline')}</h1>
      </div>
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
            <Field
              label={t('surveys.send.roundName')}
              required
              maxLength={200}
              value={name}
              onChange={event => setName(event.target.value)}
            />
            <AudiencePicker audience={audience} onChange={setAudience} />
            <Link to={`/ask/surveys/${survey.surveyId}` as string}>{t('surveys.send.example')}</Link>
          </div>
        </Card>
        <Card title={t('surveys.send.check')} span={7}>
          {check.error ? (
            <ErrorState error={check.error} retry={() => check.refetch()} />
          ) : check.data ? (
            <CheckCard check={check.data} audience={audience} stale={check.isPlaceholderData}>
              <ApproveButton surveyId={survey.surveyId} name={name} audience={audience} asked={check.data.asked} />
            </CheckCard>
          ) : (
            <Skeleton height={220} />
          )}
        </Card>
      </div>
    </div>
  )
}
