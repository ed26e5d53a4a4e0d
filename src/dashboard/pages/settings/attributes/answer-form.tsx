import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OPENING_ID } from '../../../../vocabulary/question.ts'
import { type Survey, SurveyWithWording } from '../../../../vocabulary/survey.ts'
import { get } from '../../../api.ts'
import { Select, useWords } from '../../../ui/index.ts'
import { useSurveys } from '../../ask/use-ask.ts'
import { RuleForm } from './rule-form.tsx'

/** Binds an attribute to a question: what a person answers is the value. Anonymous surveys are not offered. */
export function AnswerForm({ close }: { close: () => void }) {
  const { t } = useWords()
  const surveys = useSurveys().data?.filter(survey => survey.archivedAt === null && !survey.anonymous)
  const [survey, setSurvey] = useState('')
  const [question, setQuestion] = useState(OPENING_ID)
  const surveyId = survey || surveys?.[0]?.surveyId
  if (surveys && !surveyId) return <p>{t('attributeRules.noSurvey')}</p>
  const choose = (chosen: string) => {
    setSurvey(chosen)
    setQuestion(OPENING_ID)
  }
  return (
    <RuleForm rule={surveyId ? { from: 'answer', surveyId, questionId: question } : null} close={close}>
      <Select
        label={t('waves.survey')}
        value={surveyId}
        options={(surveys ?? []).map(({ surveyId, name }) => ({ value: surveyId, label: name }))}
        onChange={event => choose(event.target.value)}
      />
      <Questions surveyId={surveyId} question={question} onChange={setQuestion} />
      <p className="small quiet">{t('attributeRules.answerLead')}</p>
    </RuleForm>
  )
}

type Chosen = { surveyId: Survey['surveyId'] | undefined; question: string; onChange: (question: string) => void }

/** The questions of a survey that get one value. */
function Questions({ surveyId, question, onChange }: Chosen) {
  const { t } = useWords()
  const survey = useQuery({
    queryKey: ['surveys', surveyId],
    queryFn: () => get(`/surveys/${surveyId}`, SurveyWithWording),
    enabled: surveyId !== undefined,
  }).data
  const text = survey?.wording.texts[survey.wording.language]
  const fitting = survey?.wording.questions.filter(({ several }) => !several) ?? []
  const options = [
    { value: OPENING_ID, label: text?.question ?? t('attributeRules.opening') },
    ...fitting.map(({ questionId }) => ({
      value: questionId,
      label: text?.questions[questionId]?.text ?? questionId,
    })),
  ]
  return (
    <Select
      label={t('attributeRules.question')}
      hint={t('attributeRules.questionHint')}
      value={question}
      options={options}
      onChange={event => onChange(event.target.value)}
    />
  )
}
