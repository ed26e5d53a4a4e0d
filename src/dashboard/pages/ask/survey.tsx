import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { valueTitle } from '../../../vocabulary/index.ts'
import { type SurveyWithWording, Wording, type WordingLanguage } from '../../../vocabulary/survey.ts'
import { Page } from '../../shell/page.tsx'
import { ButtonLink, ChipSelect, ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { PreviewPane } from './preview-pane.tsx'
import { SendingNote } from './sending-note.tsx'
import { SurveyActions } from './survey-actions.tsx'
import { useSurvey } from './use-ask.ts'
import { WordingForm } from './wording-form.tsx'
import './ask.css'

/** A survey: its wording in every language beside what people will see. */
export default function SurveyPage() {
  const { t } = useWords()
  const { surveyId } = useParams({ strict: false }) as { surveyId: string }
  const survey = useSurvey(surveyId)
  return (
    <Page title={survey.data?.name ?? t('surveys.title')} wide>
      {survey.error ? (
        <ErrorState error={survey.error} retry={() => survey.refetch()} />
      ) : survey.data ? (
        <Editor key={`${survey.data.surveyId}/${survey.data.version}`} survey={survey.data} />
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  )
}

function Editor({ survey }: { survey: SurveyWithWording }) {
  const { t, f, language: own } = useWords()
  const [wordings, setWordings] = useState(survey.wording)
  const [language, setLanguage] = useState<WordingLanguage>(survey.wording.language)
  const changed = JSON.stringify(wordings) !== JSON.stringify(survey.wording)
  const wording = wordings.texts[language]
  useEffect(() => {
    // A change that was not published is not lost by a click beside.
    const ask = (event: BeforeUnloadEvent) => changed && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [changed])
  const put = (change: Partial<Wording>) =>
    wording && setWordings({ ...wordings, texts: { ...wordings.texts, [language]: { ...wording, ...change } } })
  const incomplete = survey.languages.find(code => !Wording.safeParse(wordings.texts[code]).success)
  return (
    <div className="ask editor">
      <div className="ask-head">
        <div className="stack tight">
          <h1>{survey.name}</h1>
          <p className="small">
            {t('surveys.editor.versionNote', { version: survey.version, date: f.date(survey.publishedAt) })}
          </p>
        </div>
        <div className="row">
          <ChipSelect
            label={t('surveys.editor.language')}
            value={language}
            options={survey.languages.map(code => ({ value: code, label: valueTitle('language', code, own) }))}
            onChange={code => setLanguage(survey.languages.find(own => own === code) ?? language)}
          />
          <ButtonLink to="/ask/send" search={{ survey: survey.surveyId } as never}>
            {t('surveys.editor.send')}
          </ButtonLink>
        </div>
      </div>
      <SendingNote />
      <div className="editor-panes">
        <div className="stack">
          {wording && <WordingForm key={language} wording={wording} put={put} />}
          <SurveyActions survey={survey} wordings={wordings} changed={changed} incomplete={incomplete ?? null} />
        </div>
        {wording && (
          <PreviewPane wording={wording} language={language} before={survey.wording.texts[language] ?? wording} />
        )}
      </div>
    </div>
  )
}
