import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { ButtonLink, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { AskTabs } from './ask-tabs.tsx'
import { NewSurvey } from './new-survey.tsx'
import { RoundsCard } from './rounds-card.tsx'
import { SendingNote } from './sending-note.tsx'
import { SurveysCard } from './surveys-card.tsx'
import { useSurveys, useWaves } from './use-ask.ts'
import './ask.css'

/** Ask: the surveys, and the rounds in which people were asked. */
export default function AskPage() {
  const { t } = useWords()
  const surveys = useSurveys()
  const waves = useWaves()
  const trouble = surveys.error ?? waves.error
  const retry = () => {
    void surveys.refetch()
    void waves.refetch()
  }
  return (
    <Page title={t('surveys.title')}>
      {trouble ? (
        <ErrorState error={trouble} retry={retry} />
      ) : !surveys.data || !waves.data ? (
        <Skeleton height={320} />
      ) : (
        <div className="ask">
          <AskTabs on="rounds" />
          <AskHead surveys={surveys.data.length} waves={waves.data} />
          <SendingNote />
          <div className="grid">
            <SurveysCard surveys={surveys.data} />
            {surveys.data.length > 0 && <RoundsCard waves={waves.data} />}
          </div>
        </div>
      )}
    </Page>
  )
}

function AskHead({ surveys, waves }: { surveys: number; waves: NonNullable<ReturnType<typeof useWaves>['data']> }) {
  const { t } = useWords()
  const running = waves.filter(wave => wave.state === 'planning' || wave.state === 'sending').length
  const last = waves.find(wave => wave.approvedAt !== null)
  const sent = last?.messages.accepted ?? 0
  return (
    <PageHead
      title={
        <>
          {t('surveys.ask.headline', { running, surveys })}{' '}
          {last && t('surveys.ask.answeredLast', { name: last.name, sent, answered: last.answered })}
        </>
      }
    >
      {surveys > 0 && (
        <>
          <ButtonLink to="/ask/send" kind="primary">
            {t('surveys.ask.newRound')}
          </ButtonLink>
          <NewSurvey />
        </>
      )}
    </PageHead>
  )
}
