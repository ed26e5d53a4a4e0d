import { z } from 'zod'
import { PassiveReason } from './passive-reason.ts'
import { openingAnswer, QuestionAnswer } from './question.ts'

const isPlainZero = (score: number) => !Object.is(score, -0)

/** A score as programs send it: a whole number 0 to 10, no text. */
export const AnswerScore = z.number().int().min(0).max(10).refine(isPlainZero, 'must be a whole number from 0 to 10')

/** A rating as programs send it: a whole number, 1 to 7 at most; the survey's first question says how far. */
export const AnswerRating = z.number().int().min(1).max(7)

/** The most code points of a comment that are kept. */
export const COMMENT_LIMIT = 5000

/**
 * An answer that a member or a program enters for a person, for example from paper or after a call. `score` where the survey
 * opens with NPS, `rating` on another scale, `comment` alone where it opens with free words.
 */
export const NewAnswer = z.strictObject({
  surveyId: z.uuid(),
  personId: z.uuid(),
  waveId: z.uuid().nullish(),
  score: AnswerScore.optional(),
  rating: AnswerRating.optional(),
  comment: z.string().max(20_000).nullish(),
  reason: PassiveReason.nullish(),
  /** What the questions after the first got. */
  answers: z.array(QuestionAnswer).max(20).default([]),
  channel: z.enum(['api', 'phone', 'paper', 'kiosk']).default('api'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language code such as de')
    .nullish(),
  answeredAt: z.iso.datetime({ offset: true }).nullish(),
  /** The sender's own name for this answer: the same once more enters nothing. */
  key: z.string().trim().min(1).max(200).nullish(),
})
export type NewAnswer = z.infer<typeof NewAnswer>

/** A person's newest answer to one survey; `category` is the part of its scale, promoter for the good one. */
export const SurveyScore = z.object({
  surveyId: z.uuid(),
  ...openingAnswer,
  category: z.enum(['promoter', 'passive', 'detractor']),
  answeredAt: z.iso.datetime(),
})
export type SurveyScore = z.infer<typeof SurveyScore>

/** What a person last answered, for programs that personalise: the newest NPS score, and the newest answer to each survey. */
export const PersonScore = z.object({
  personId: z.uuid(),
  score: z.number().int().nullable(),
  category: z.enum(['promoter', 'passive', 'detractor']).nullable(),
  surveyId: z.uuid().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  answers: z.number().int(),
  bySurvey: z.array(SurveyScore),
})
export type PersonScore = z.infer<typeof PersonScore>

/** How a program names a person: by exactly one of these. */
export const PersonKey = z
  .strictObject({
    personId: z.uuid().optional(),
    externalId: z.string().trim().min(1).max(200).optional(),
    email: z.string().trim().min(3).max(320).optional(),
  })
  .refine(key => Object.values(key).filter(value => value !== undefined).length === 1, {
    message: 'name the person by one of personId, externalId and email',
    path: ['personId'],
  })
export type PersonKey = z.infer<typeof PersonKey>

/** The answer that was stored. */
export const StoredAnswer = z.object({ responseId: z.uuid() })

/** Days after a number without words when its giver is asked for the reasons, once; null asks nobody. */
export const CommentAskRule = z.strictObject({ days: z.number().int().min(1).max(10).nullable() })
export type CommentAskRule = z.infer<typeof CommentAskRule>
