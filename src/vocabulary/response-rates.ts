import { z } from 'zod'
import { CaseQueue } from './case.ts'
import { ShareFigure } from './rating.ts'

const Count = z.number().int()

/** People of one part of the customers on their way to an answer; the rate is answered of delivered, null where too few. */
export const ReachPart = z.object({
  value: z.string().nullable(),
  people: Count,
  withAddress: Count,
  withBasis: Count,
  asked: Count,
  delivered: Count,
  answered: Count,
  rate: ShareFigure.nullable(),
})
export type ReachPart = z.infer<typeof ReachPart>

/** Requests of one survey by mail and SMS: `delivered` are those that did not come back. */
export const SurveyRate = z.object({
  surveyId: z.uuid(),
  name: z.string(),
  anonymous: z.boolean(),
  asked: Count,
  delivered: Count,
  answered: Count,
  rate: ShareFigure.nullable(),
})
export type SurveyRate = z.infer<typeof SurveyRate>

/** Open cases of one queue and how many of them belong to nobody; promoters, passives and detractors have a queue each. */
export const QueueOwners = z.object({ queue: CaseQueue, open: Count, unowned: Count, overdue: Count })
export type QueueOwners = z.infer<typeof QueueOwners>

/** Who is reached, how many answer, and whether every class of answers has owners. */
export const ResponseRates = z.object({
  days: Count,
  by: z.string(),
  total: ReachPart,
  parts: z.array(ReachPart),
  surveys: z.array(SurveyRate),
  queues: z.array(QueueOwners),
})
export type ResponseRates = z.infer<typeof ResponseRates>

/** In parts by which field of people, over how many days. */
export const ResponseRatesQuery = z.strictObject({
  by: z
    .enum(['country', 'language', 'company'])
    .or(z.string().regex(/^attributes\.[^\s.][^.]{0,99}$/))
    .default('country'),
  days: z.coerce.number().int().min(1).max(730).default(365),
})
export type ResponseRatesQuery = z.infer<typeof ResponseRatesQuery>
