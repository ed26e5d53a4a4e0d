import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { SurveyWithWording, Wording, type WordingLanguage } from '../../../vocabulary/survey.ts'
import { get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { CommentAsk } from '../listen/comment-ask.tsx'
import { DraftNote } from './editor/draft-note.tsx'
import { EarlierVersion } from './editor/earlier-version.tsx'
import { EditorProvider } from './editor/editor-context.ts'
import { EditorHead } from './editor/editor-head.tsx'
import { FactsCard } from './editor/facts-card.tsx'
import { FollowUpsCard } from './editor/follow-ups-card.tsx'
import { LanguagesBar } from './editor/languages-bar.tsx'
import { MessagesCard } from './editor/messages-card.tsx'
import { OpeningCard } from './editor/opening-card.tsx'
import { PreviewBoard } from './editor/preview-board.tsx'
import { QuestionsCard } from './editor/questions-card.tsx'
import { ThanksCard } from './editor/thanks-card.tsx'
import { useDraft } from './editor/use-draft.ts'
import { useHints } from './editor/use-hints.ts'
import { VersionsCard } from './editor/versions-card.tsx'
import { SendingNote } from './sending-note.tsx'
import { SurveyActions } from './survey-actions.tsx'
import { useSurvey } from './use-ask.ts'
import './ask.css'
import './editor/editor.css'

const Asked = z.object({ version: z.coerce.number().int().min(1).optional().catch(undefined) })

/** A survey: everything that it asks, in every language, beside what people will see. */
export default function SurveyPage() {
  const { t } = useWords()
  const { surveyId } = useParams({ strict: false }) as { surveyId: string }
  const [{ version }] = useAddress(Asked)
  const newest = useSurvey(surveyId)
  const earlier = useEarlier(surveyId, version)
  const survey = version === undefined ? newest : earlier
  return (
    <Page title={survey.data?.name ?? t('surveys.title')} wide>
      {survey.error ? (
        <ErrorState error={survey.error} retry={() => survey.refetch()} />
      ) : survey.data && newest.data && survey.data.version !== newest.data.version ? (
        <EarlierVersion key={survey.data.version} survey={survey.data} />
      ) : survey.data ? (
        <SurveyEditor key={`${survey.data.surveyId}/${survey.data.version}`} survey={survey.data} />
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  )
}

/** The survey as one of its versions asked it. */
const useEarlier = (surveyId: string, version: number | undefined) =>
  useQuery({
    queryKey: ['surveys', surveyId, 'version', version],
    enabled: version !== undefined,
    queryFn: () => get(`/surveys/${surveyId}`, SurveyWithWording, { version }),
  })

function SurveyEditor({ survey }: { survey: SurveyWithWording }) {
  const draft = useDraft(survey)
  const { wordings, edit } = draft
  const [wished, chooseLanguage] = useState<WordingLanguage>(wordings.language)
  const looked = useHints(survey.surveyId, wordings, survey.anonymous)
  const language = wordings.texts[wished] ? wished : wordings.language
  const wording = wordings.texts[language]
  if (!wording) return null
  const codes = Object.keys(wordings.texts) as WordingLanguage[]
  const incomplete = codes.find(code => !Wording.safeParse(wordings.texts[code]).success) ?? null
  return (
    <EditorProvider value={{ survey, wordings, language, wording, chooseLanguage, edit, ...looked }}>
      <div className="ask editor">
        <EditorHead />
        <SendingNote />
        <DraftNote draft={draft} />
        <LanguagesBar />
        <div className="editor-panes">
          <div className="stack">
            <OpeningCard />
            {survey.opening !== 'free' && <FollowUpsCard />}
            <QuestionsCard />
            <ThanksCard />
            <MessagesCard />
            {survey.opening !== 'free' && !survey.anonymous && <CommentAsk surveyId={survey.surveyId} />}
            <FactsCard />
            <VersionsCard />
          </div>
          <PreviewBoard before={survey.wording} />
        </div>
        <SurveyActions draft={draft} incomplete={incomplete} />
      </div>
    </EditorProvider>
  )
}
