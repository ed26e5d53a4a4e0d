import { z } from 'zod'
import { leastMinimum } from '../stats/index.ts'
import { AnswerFilter, AnswerLine, DayRange, NpsFigure, PulseChoices, Sealed } from './pulse.ts'
import { Opening, QuestionKind } from './question.ts'

const Share = z.number().min(0).max(1)
const Count = z.number().int()

/** How many answers of an anonymous survey have to come together before any of them is shown. */
export const AnonymityRule = z.strictObject({ shownFrom: z.number().int().min(leastMinimum).max(1000) })
export type AnonymityRule = z.infer<typeof AnonymityRule>

/** A share with its interval: x of n. */
export const ShareFigure = z.object({
  count: Count,
  n: Count,
  share: Share,
  lower: Share,
  upper: Share,
  method: z.string(),
})
export type ShareFigure = z.infer<typeof ShareFigure>

/** Ratings of one scale: how many gave each (from its low end), their mean, and the share of its good part. */
export const RatingFigure = z.object({
  n: Count,
  from: z.number().int(),
  to: z.number().int(),
  counts: z.array(Count),
  mean: z.number(),
  /** null with fewer than two answers, or where all gave the same. */
  meanInterval: z.object({ lower: z.number(), upper: z.number(), method: z.string() }).nullable(),
  good: ShareFigure,
  bad: ShareFigure,
  goodFrom: z.number().int(),
})
export type RatingFigure = z.infer<typeof RatingFigure>

/** The good share now against before. */
export const ShareChange = z.object({
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  p: z.number(),
  verdict: z.enum(['real', 'noise', 'unknown']),
  method: z.string(),
})
export type ShareChange = z.infer<typeof ShareChange>

/** One week or month of ratings; figures are null where nobody answered. */
export const RatingPeriod = z.object({
  start: z.iso.date(),
  n: Count,
  mean: z.number().nullable(),
  share: Share.nullable(),
  lower: Share.nullable(),
  upper: Share.nullable(),
})
export type RatingPeriod = z.infer<typeof RatingPeriod>

/** One value of an attribute; figures are null where too few gave a rating. */
export const RatingSegment = z.object({
  attribute: z.string(),
  value: z.string(),
  good: ShareFigure.nullable(),
  mean: z.number().nullable(),
})
export type RatingSegment = z.infer<typeof RatingSegment>

/** The figures of one survey on its own scale. */
export const Ratings = z.object({
  surveyId: z.uuid(),
  name: z.string(),
  opening: Opening,
  period: DayRange.extend({ timeZone: z.string() }),
  before: DayRange.nullable(),
  per: z.enum(['person', 'answer']),
  sealed: Sealed.nullable(),
  n: Count,
  now: RatingFigure.nullable(),
  earlier: RatingFigure.nullable(),
  change: ShareChange.nullable(),
  trend: z.object({ unit: z.enum(['week', 'month']), periods: z.array(RatingPeriod) }),
  segments: z.array(RatingSegment),
  comments: z.array(AnswerLine),
  commentCount: Count,
  choices: PulseChoices,
})
export type Ratings = z.infer<typeof Ratings>

/** Which survey, and which of its answers. */
export const RatingsQuery = AnswerFilter.extend({
  survey: z.uuid(),
  against: z.enum(['before', 'year', 'none']).default('before'),
  unit: z.enum(['week', 'month']).optional(),
})
export type RatingsQuery = z.infer<typeof RatingsQuery>

/** What one question after the first got: ratings, chosen options, or words, by its kind. */
export const QuestionFigure = z.object({
  questionId: z.string(),
  text: z.string(),
  kind: QuestionKind,
  /** How many gave an answer to it. */
  n: Count,
  /** Of an anonymous survey: too few to be shown yet. */
  hidden: z.boolean(),
  nps: NpsFigure.nullable(),
  rating: RatingFigure.nullable(),
  options: z.array(z.object({ option: z.string(), label: z.string(), share: ShareFigure })),
  words: z.array(z.object({ text: z.string(), language: z.string().nullable() })),
})
export type QuestionFigure = z.infer<typeof QuestionFigure>

/** Everything that the further questions of a survey got. */
export const QuestionFigures = z.object({ n: Count, questions: z.array(QuestionFigure) })
export type QuestionFigures = z.infer<typeof QuestionFigures>

/** Which survey, which answers, and in which language its questions are shown. */
export const QuestionFiguresQuery = AnswerFilter.extend({ survey: z.uuid(), language: z.string().max(20).optional() })
export type QuestionFiguresQuery = z.infer<typeof QuestionFiguresQuery>
