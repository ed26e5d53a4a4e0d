import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { valueTitle } from '../../../../vocabulary/index.ts'
import { type SurveyWithWording, WORDING_LANGUAGES, type WordingLanguage } from '../../../../vocabulary/survey.ts'
import { PageHead } from '../../../shell/page-head.tsx'
import { Chip, useWords } from '../../../ui/index.ts'
import { useWayBack } from '../ask-tabs.tsx'
import { EditorProvider } from './editor-context.ts'
import { PreviewBoard } from './preview-board.tsx'

const NOTHING = { hints: [], problems: [], edit: () => undefined }

/** A survey as an earlier version asked it: what people saw who answered then. Nothing can be changed here. */
export function EarlierVersion({ survey }: { survey: SurveyWithWording }) {
  const { t, f, language: own } = useWords()
  const { wording: wordings, version, publishedAt } = survey
  const back = useWayBack('rounds')
  const [language, chooseLanguage] = useState<WordingLanguage>(wordings.language)
  const wording = wordings.texts[language]
  if (!wording) return null
  return (
    <EditorProvider value={{ survey, wordings, language, wording, chooseLanguage, ...NOTHING }}>
      <div className="ask editor earlier">
        <PageHead back={back} title={survey.name} />
        <p className="ask-note">
          {t('surveys.editor.earlierNote', { version, date: f.date(publishedAt) })}{' '}
          <Link to={`/ask/surveys/${survey.surveyId}`}>{t('surveys.editor.toNewest')}</Link>
        </p>
        <div className="row">
          {WORDING_LANGUAGES.filter(code => wordings.texts[code]).map(code => (
            <Chip key={code} pressed={code === language} onPress={() => chooseLanguage(code)}>
              {valueTitle('language', code, own)}
            </Chip>
          ))}
        </div>
        <PreviewBoard before={null} />
      </div>
    </EditorProvider>
  )
}
