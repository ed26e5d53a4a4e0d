import { z } from 'zod'
import { Audience } from './audience.ts'

/** How many of each part are drawn: as large as the part is, or at least so many of each. */
export const ALLOCATIONS = ['proportional', 'equal'] as const
export const Allocation = z.enum(ALLOCATIONS)
export type Allocation = z.infer<typeof Allocation>

/** A random sample: how many people, by which attribute in parts, and the seed that makes the draw repeatable. */
export const Sample = z.strictObject({
  size: z.number().int().min(1).max(1_000_000),
  /** The field that divides the people into parts, such as `country` or `attributes.plan`. */
  by: z.string().max(120).optional(),
  allocation: Allocation.default('proportional'),
  seed: z.number().int().min(0).max(4_294_967_295).optional(),
})
export type Sample = z.infer<typeof Sample>

const stratum = {
  /** null stands for people without a value. */
  value: z.string().nullable(),
  frame: z.number().int(),
  drawn: z.number().int(),
  /** How much each answer counts, so that parts drawn more often do not weigh more; 1 on average. */
  weight: z.number(),
}

/** How a sample was drawn: with the same frame and seed it can be drawn again. */
export const Drawn = z.object({
  seed: z.number().int(),
  frame: z.number().int(),
  drawn: z.number().int(),
  by: z.string().nullable(),
  strata: z.array(z.object(stratum)),
})
export type Drawn = z.infer<typeof Drawn>

/** What a sample is planned for; without a size every reachable person is asked. */
export const SampleQuestion = z.strictObject({
  surveyId: z.uuid(),
  audience: Audience,
  channel: z.enum(['email', 'sms', 'auto']).default('email'),
  sample: Sample.optional(),
  /** A share of answers that the planner takes instead of the one seen so far. */
  responseRate: z.number().min(0.001).max(1).optional(),
})
export type SampleQuestion = z.infer<typeof SampleQuestion>

/** What so many answers will be able to show, in points of NPS to each side. */
const reach = { answers: z.number(), margin: z.number().nullable() }

/** What the answers will be able to show, said before the send. */
export const SamplePlan = z.object({
  /** Who may be asked now: the frame. */
  reachable: z.number().int(),
  invited: z.number().int(),
  responseRate: z.object({
    share: z.number(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    source: z.enum(['history', 'given', 'assumed']),
    invited: z.number().int(),
  }),
  expectation: z.object({
    promoter: z.number(),
    detractor: z.number(),
    source: z.enum(['history', 'assumed']),
    answers: z.number().int(),
  }),
  ...reach,
  /** Margins that people ask for, with the answers and invitations they need; `possible` within the frame. */
  goals: z.array(z.object({ margin: z.number(), answers: z.number(), invitations: z.number(), possible: z.boolean() })),
  strata: z.array(z.object({ ...stratum, ...reach })),
  /** The smallest difference to an equally large round before that would be found in 4 of 5 cases, in points. */
  detectable: z.number().nullable(),
})
export type SamplePlan = z.infer<typeof SamplePlan>
