import { z } from 'zod'

/** Kinds of questions that get a number, with the ends of their scales. Only `nps` makes a score and an NPS. */
export const SCALES = {
  nps: { from: 0, to: 10 },
  csat: { from: 1, to: 5 },
  ces: { from: 1, to: 7 },
  stars: { from: 1, to: 5 },
  five_point: { from: 1, to: 5 },
} as const
export const ScaleKind = z.enum(['nps', 'csat', 'ces', 'stars', 'five_point'])
export type ScaleKind = z.infer<typeof ScaleKind>

/** What a survey may open with; the choice stands for the survey's whole life. */
export const OPENINGS = ['nps', 'csat', 'ces', 'stars', 'five_point', 'free'] as const
export const Opening = z.enum(OPENINGS)
export type Opening = z.infer<typeof Opening>

/** What the first question of a survey got: `score` where it was NPS, `rating` on another scale, neither for free words. */
export const openingAnswer = {
  opening: Opening,
  score: z.number().int().min(0).max(10).nullable(),
  rating: z.number().int().min(1).max(7).nullable(),
}
export const OpeningAnswer = z.object(openingAnswer)
export type OpeningAnswer = z.infer<typeof OpeningAnswer>

/** Kinds of the questions that follow. */
export const QUESTION_KINDS = [...OPENINGS, 'choice'] as const
export const QuestionKind = z.enum(QUESTION_KINDS)
export type QuestionKind = z.infer<typeof QuestionKind>

/** The ends of a kind's scale; null where there are no ratings. */
export const scaleOf = (kind: QuestionKind): { from: number; to: number } | null =>
  kind === 'free' || kind === 'choice' ? null : SCALES[kind]

const slug = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a short name of a to z, 0 to 9 and _')

/** How a condition names the survey's first question. */
export const OPENING_ID = 'opening'

/** Asked only where an earlier question got one of these ratings or options; several conditions must all hold. */
export const Condition = z.strictObject({
  questionId: slug,
  ratings: z.array(z.number().int().min(0).max(10)).max(11).default([]),
  options: z.array(slug).max(30).default([]),
})
export type Condition = z.infer<typeof Condition>

/** A question after the first: its kind and when it is asked; its words stand in the wording of each language. */
export const Question = z.strictObject({
  questionId: slug.refine(id => id !== OPENING_ID, 'is the name of the first question'),
  kind: QuestionKind,
  required: z.boolean().default(false),
  /** Of `choice`: the options in their order, and whether several may be chosen. */
  options: z.array(slug).max(30).default([]),
  several: z.boolean().default(false),
  when: z.array(Condition).max(10).default([]),
})
export type Question = z.infer<typeof Question>

/** What one question got. */
export const QuestionAnswer = z.strictObject({
  questionId: slug,
  rating: z.number().int().min(0).max(10).nullish(),
  choices: z.array(slug).max(30).nullish(),
  words: z.string().max(20_000).nullish(),
})
export type QuestionAnswer = z.infer<typeof QuestionAnswer>
