import { z } from 'zod'
import { WordingLanguage } from './survey.ts'
import { STRUCTURE_PROBLEMS } from './survey-structure.ts'

/** The rules by which wording is looked over. */
export const HINT_RULES = [
  'anonymous_claim',
  'begging',
  'company_name',
  'double_question',
  'leading_words',
  'length',
  'many_questions',
  'negation',
  'not_translated',
  'review_gating',
  'reward_for_score',
  'scale_ends',
  'unknown_placeholder',
  'unreachable_question',
] as const
export const HintRule = z.enum(HINT_RULES)
export type HintRule = z.infer<typeof HintRule>

/** Something in a wording that could be said better: where, the very words, what is wrong with them and how to mend it. */
export const WordingHint = z.object({
  rule: HintRule,
  path: z.string(),
  language: WordingLanguage.nullable(),
  found: z.string(),
  says: z.string(),
  mend: z.string(),
})
export type WordingHint = z.infer<typeof WordingHint>

/** Something that keeps a wording from being published. */
export const WordingProblem = z.object({ path: z.string(), code: z.enum(STRUCTURE_PROBLEMS), says: z.string() })
export type WordingProblem = z.infer<typeof WordingProblem>
