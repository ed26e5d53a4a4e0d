import { z } from 'zod'
import { OPENING_ID } from './question.ts'
import { TouchpointKind } from './touchpoint.ts'

/** What is measured of a person's history: frequency, recency, age of the relation, monetary value, or what stands now. */
export const HISTORY_MEASURES = ['count', 'days_since_last', 'days_since_first', 'sum_amount', 'last_value'] as const
export const HistoryMeasure = z.enum(HISTORY_MEASURES)
export type HistoryMeasure = z.infer<typeof HistoryMeasure>

/** What of the last touchpoint can be taken over. */
export const LAST_VALUES = ['title', 'state', 'amount', 'discounted'] as const
export const LastValue = z.enum(LAST_VALUES)
export type LastValue = z.infer<typeof LastValue>

/** The newest answer of a person to one question is the value; `opening` is the survey's first question. */
export const AnswerRule = z.strictObject({
  from: z.literal('answer'),
  surveyId: z.uuid(),
  questionId: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
})
export type AnswerRule = z.infer<typeof AnswerRule>

/** The value is computed from what happened with a person. */
export const HistoryRule = z.strictObject({
  from: z.literal('history'),
  measure: HistoryMeasure,
  /** Only touchpoints of this kind; null means every one. */
  kind: TouchpointKind.nullable().default(null),
  /** Only touchpoints in one of these states, such as delivered; none means every one. */
  states: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** Only touchpoints that are called so. */
  title: z.string().trim().min(1).max(300).nullable().default(null),
  /** Only the last so many days; null means ever. */
  withinDays: z.number().int().min(1).max(3650).nullable().default(null),
  /** Of `last_value`: what is taken over. */
  field: LastValue.nullable().default(null),
  /** Of `sum_amount`: amounts in other currencies do not count. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
})
export type HistoryRule = z.infer<typeof HistoryRule>

const needs = (rule: AttributeRule) => rule.from === 'answer' || rule.measure !== 'last_value' || rule.field !== null
const hasCurrency = (rule: AttributeRule) =>
  rule.from === 'answer' || rule.measure !== 'sum_amount' || rule.currency !== null

/** Where the values of an attribute come from when nobody gives them. */
const Either = z.discriminatedUnion('from', [AnswerRule, HistoryRule])
export const AttributeRule = Either.refine(needs, { message: 'has to say what is taken over', path: ['field'] }).refine(
  hasCurrency,
  { message: 'has to say the currency, such as EUR', path: ['currency'] },
)
export type AttributeRule = z.infer<typeof Either>

/** Whether the rule takes the answer to the first question of its survey. */
export const takesOpening = (rule: AnswerRule): boolean => rule.questionId === OPENING_ID

/** The type of the values that a rule over history finds. */
export function typeOfHistory({ measure, field }: HistoryRule): 'number' | 'text' | 'flag' {
  if (measure !== 'last_value' || field === 'amount') return 'number'
  return field === 'discounted' ? 'flag' : 'text'
}

/** Where a value that stands at a person came from: a value without origin was given by import or API. */
export const AttributeOrigin = z.object({
  source: z.enum(['answer', 'member', 'computed']),
  /** When the person said it or a member entered it; null for what is computed. */
  at: z.iso.datetime().nullable(),
  surveyName: z.string().nullable(),
})
export type AttributeOrigin = z.infer<typeof AttributeOrigin>

/** What a rule would find of the first so many people: how many get a value, and the values that most of them get. */
export const RuleTrial = z.object({
  people: z.number().int(),
  found: z.number().int(),
  values: z.array(z.object({ value: z.string(), people: z.number().int() })),
})
export type RuleTrial = z.infer<typeof RuleTrial>
