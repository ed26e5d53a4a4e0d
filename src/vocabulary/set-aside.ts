import { z } from 'zod'

/** What showed that an answer may be no customer's; the sentence stands in the language files under `answers.evidence`. */
export const ANSWER_EVIDENCE = [
  'script_without_touch',
  'insider',
  'no_origin',
  'many_from_one_address',
  'unusual_rush',
] as const

/** What a member decides about an answer that was set aside. */
export const AnswerVerdict = z.strictObject({ decision: z.enum(['accepted', 'discarded']) })
export type AnswerVerdict = z.infer<typeof AnswerVerdict>

/** How many answers count, and what came beside them. */
export const AnswerCounts = z.object({
  /** Answers that people sent by the button: these alone make figures. */
  confirmed: z.number().int(),
  /** People who opened a number and did not send it; never part of a figure. */
  unconfirmed: z.number().int(),
  /** Invitations that a program opened and nobody answered. */
  scanned: z.number().int(),
  /** Answers set aside, for a machine's or a member's look of them; they wait for a decision. */
  setAside: z.number().int(),
  /** Those of them that came from a browser signed in to the team's pages. */
  insider: z.number().int(),
})
export type AnswerCounts = z.infer<typeof AnswerCounts>
export const AnswerCountsQuery = z.strictObject({
  survey: z.uuid().optional(),
  days: z.coerce.number().int().min(1).max(3650).default(90),
})
export type AnswerCountsQuery = z.infer<typeof AnswerCountsQuery>
