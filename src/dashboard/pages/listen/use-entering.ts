import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  fillPlaceholders,
  openingSoFar,
  pageOf,
  type Question,
  type QuestionAnswer,
  questionsFor,
  Survey,
  SurveyWithWording,
} from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useWords } from '../../ui/index.ts'
import { useWho } from '../settings/use-who.ts'

/** What is typed in so far. */
export type Entering = {
  personId: string | null
  surveyId: string
  channel: 'paper' | 'phone'
  day: string
  value: number | null
  comment: string
  answers: QuestionAnswer[]
}

const today = () => new Date().toISOString().slice(0, 10)

/** The state of the form: what is typed in, which survey it belongs to, and the questions that follow from it. */
export function useEntering(personId: string | null) {
  const [typed, setTyped] = useState<Entering>({
    ...{ personId, surveyId: '', channel: 'paper', day: today(), value: null, comment: '', answers: [] },
  })
  const surveys = useQuery({
    queryKey: ['surveys', 'to-enter'],
    queryFn: () => get('/surveys', pageOf(Survey), { limit: 200 }),
  })
  const choices = surveys.data?.items.filter(({ archivedAt, anonymous }) => archivedAt === null && !anonymous) ?? []
  const surveyId = typed.surveyId || choices[0]?.surveyId || ''
  const survey = useQuery({
    queryKey: ['survey', surveyId],
    queryFn: () => get(`/surveys/${surveyId}`, SurveyWithWording),
    enabled: surveyId !== '',
  }).data
  const { language } = useWords()
  const company = useWho().data?.workspace?.name ?? ''
  const filled = (text: string) => fillPlaceholders(text, { company, first_name: '' })
  const wording = survey && (survey.wording.texts[language] ?? survey.wording.texts[survey.wording.language])
  const change = (news: Partial<Entering>) => setTyped({ ...typed, surveyId, ...news })
  const said = (answer: QuestionAnswer) =>
    change({ answers: [...typed.answers.filter(({ questionId }) => questionId !== answer.questionId), answer] })
  return { typed: { ...typed, surveyId }, change, said, choices, survey, wording, filled, due: dueOf(survey, typed) }
}

function dueOf(survey: SurveyWithWording | undefined, { value, answers }: Entering): Question[] {
  if (!survey) return []
  return questionsFor(survey.wording.questions, [openingSoFar({ score: value }), ...answers])
}
