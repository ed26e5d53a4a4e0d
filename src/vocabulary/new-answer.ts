import { z } from 'zod'
import { PassiveReason } from './passive-reason.ts'

const isPlainZero = (score: number) => !Object.is(score, -0)

/** A score as programs send it: a whole number 0 to 10, no text. */
export const AnswerScore = z.number().int().min(0).max(10).refine(isPlainZero, 'must be a whole number from 0 to 10')

/** The most code points of a comment that are kept. */
export const COMMENT_LIMIT = 5000

/** An answer that a member or a program enters for a person, for example after a call. */
export const NewAnswer = z.strictObject({
  surveyId: z.uuid(),
  personId: z.uuid(),
  waveId: z.uuid().nullish(),
  score: AnswerScore,
  comment: z.string().max(20_000).nullish(),
  reason: PassiveReason.nullish(),
  channel: z.enum(['api', 'phone', 'paper', 'kiosk']).default('api'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language code such as de')
    .nullish(),
  answeredAt: z.iso.datetime({ offset: true }).nullish(),
})
export type NewAnswer = z.infer<typeof NewAnswer>

/** What a person last answered, for programs that personalise. */
export const PersonScore = z.object({
  personId: z.uuid(),
  score: z.number().int().nullable(),
  category: z.enum(['promoter', 'passive', 'detractor']).nullable(),
  surveyId: z.uuid().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  answers: z.number().int(),
})
export type PersonScore = z.infer<typeof PersonScore>

/** The answer that was stored. */
export const StoredAnswer = z.object({ responseId: z.uuid() })
