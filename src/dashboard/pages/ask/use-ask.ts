import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type Audience, AudienceField } from '../../../vocabulary/audience.ts'
import type { AskingChannel } from '../../../vocabulary/rolling-plan.ts'
import { Sending } from '../../../vocabulary/sending.ts'
import { Survey, SurveyWithWording } from '../../../vocabulary/survey.ts'
import { SendCheck, Wave } from '../../../vocabulary/wave.ts'
import { get, getAll, send } from '../../api.ts'

const list = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })

/** Where mails go and whether they may. */
export const useSending = () => useQuery({ queryKey: ['sending'], queryFn: () => get('/sending', Sending) })

export const useSurveys = () => useQuery({ queryKey: ['surveys'], queryFn: () => getAll('/surveys', Survey) })

export const useSurvey = (surveyId: string) =>
  useQuery({ queryKey: ['surveys', surveyId], queryFn: () => get(`/surveys/${surveyId}`, SurveyWithWording) })

const isMoving = (wave: Wave | undefined) => wave?.state === 'planning' || wave?.state === 'sending'

/** Rounds of asking; asked again every two seconds while one is on its way. */
export const useWaves = () =>
  useQuery({
    queryKey: ['waves'],
    queryFn: () => getAll('/waves', Wave),
    refetchInterval: query => (query.state.data?.some(isMoving) ? 2000 : false),
  })

export const useWave = (waveId: string) =>
  useQuery({
    queryKey: ['waves', waveId],
    queryFn: () => get(`/waves/${waveId}`, Wave),
    refetchInterval: query => (isMoving(query.state.data) ? 1500 : false),
  })

/** By what people can be chosen. */
export const useAudienceFields = () =>
  useQuery({
    queryKey: ['audience-fields'],
    queryFn: async () => (await get('/audience-fields', list(AudienceField))).items,
  })

/** What a send would do. */
export const useSendCheck = (planned: { audience: Audience; channel: AskingChannel; reminders: number[] }) =>
  useQuery({
    queryKey: ['send-check', planned],
    placeholderData: before => before,
    queryFn: () => send('POST', '/send-checks', planned, SendCheck),
  })
