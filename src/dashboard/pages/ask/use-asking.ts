import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Coverage } from '../../../vocabulary/coverage.ts'
import { EventSource, ReceivedEvent } from '../../../vocabulary/event-source.ts'
import { pageOf } from '../../../vocabulary/page.ts'
import { RollingPlan, RollingPreview } from '../../../vocabulary/rolling-plan.ts'
import { SamplePlan, type SampleQuestion } from '../../../vocabulary/sample.ts'
import { SubjectResult } from '../../../vocabulary/subject-test.ts'
import { Trigger, type TriggerQuestion, TriggerTrial, TriggerTurn } from '../../../vocabulary/trigger.ts'
import { get, send } from '../../api.ts'

const list = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })

/** What a sample will be able to show. */
export const useSamplePlan = (question: SampleQuestion | null) =>
  useQuery({
    queryKey: ['sample-plan', question],
    enabled: question !== null,
    placeholderData: before => before,
    queryFn: () => send('POST', '/sample-plans', question, SamplePlan),
  })

/** How the subject lines of a round compare. */
export const useSubjectResult = (waveId: string) =>
  useQuery({ queryKey: ['waves', waveId, 'subjects'], queryFn: () => get(`/waves/${waveId}/subjects`, SubjectResult) })

export const usePlans = () =>
  useQuery({
    queryKey: ['rolling-plans'],
    queryFn: async () => (await get('/rolling-plans', list(RollingPlan))).items,
  })

export const usePlan = (planId: string) =>
  useQuery({ queryKey: ['rolling-plans', planId], queryFn: () => get(`/rolling-plans/${planId}`, RollingPlan) })

/** Who is due in the next days. */
export const usePreview = (planId: string) =>
  useQuery({
    queryKey: ['rolling-plans', planId, 'preview'],
    queryFn: () => get(`/rolling-plans/${planId}/preview`, RollingPreview),
  })

export const useTriggers = () =>
  useQuery({ queryKey: ['triggers'], queryFn: async () => (await get('/triggers', list(Trigger))).items })

export const useTrigger = (triggerId: string) =>
  useQuery({ queryKey: ['triggers', triggerId], queryFn: () => get(`/triggers/${triggerId}`, Trigger) })

/** What a trigger would have heard of lately. */
export const useTriggerTrial = (question: TriggerQuestion) =>
  useQuery({
    queryKey: ['trigger-trials', question],
    placeholderData: before => before,
    queryFn: () => send('POST', '/trigger-trials', question, TriggerTrial),
  })

export const useTurns = (triggerId: string) =>
  useQuery({
    queryKey: ['triggers', triggerId, 'turns'],
    queryFn: async () => (await get(`/triggers/${triggerId}/turns`, pageOf(TriggerTurn))).items,
  })

export const useSources = () =>
  useQuery({ queryKey: ['event-sources'], queryFn: async () => (await get('/event-sources', list(EventSource))).items })

export const useSource = (sourceId: string) =>
  useQuery({ queryKey: ['event-sources', sourceId], queryFn: () => get(`/event-sources/${sourceId}`, EventSource) })

/** The last bodies of a source; looked for again while somebody tries it out. */
export const useReceived = (sourceId: string) =>
  useQuery({
    queryKey: ['event-sources', sourceId, 'received'],
    refetchInterval: 4000,
    queryFn: async () => (await get(`/event-sources/${sourceId}/received`, list(ReceivedEvent))).items,
  })

/** Whom we reach, in parts by one field. */
export const useCoverage = (by: string) =>
  useQuery({
    queryKey: ['coverage', by],
    placeholderData: before => before,
    queryFn: () => get('/coverage', Coverage, { by }),
  })
