import { Select, useWords } from '../../ui/index.ts'
import { useSurveys } from './use-ask.ts'

/** Which survey is asked; the first one where none was chosen. */
export function useSurveyChoice(chosen: string) {
  const surveys = useSurveys().data?.filter(survey => survey.archivedAt === null) ?? []
  return { surveys, surveyId: surveys.find(survey => survey.surveyId === chosen)?.surveyId ?? surveys[0]?.surveyId }
}

/** A list of the surveys that are open. */
export function SurveySelect({ chosen, onChange }: { chosen: string; onChange: (surveyId: string) => void }) {
  const { t } = useWords()
  const { surveys, surveyId } = useSurveyChoice(chosen)
  if (!surveyId) return <p className="ask-note">{t('waves.noSurvey')}</p>
  return (
    <Select
      label={t('waves.survey')}
      value={surveyId}
      options={surveys.map(survey => ({ value: survey.surveyId, label: survey.name }))}
      onChange={event => onChange(event.target.value)}
    />
  )
}
