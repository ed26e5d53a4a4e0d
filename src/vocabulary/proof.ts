import { z } from 'zod'

/** A share of people with its Wilson interval; null where nobody is in the group. */
export const ShareOf = z.object({
  x: z.number().int(),
  n: z.number().int(),
  share: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})
export type ShareOf = z.infer<typeof ShareOf>

/** A movement that matters, beside what chance alone would do; `verdict` is real when the interval lies outside the band of chance. */
export const Movement = ShareOf.extend({
  name: z.enum(['passive_to_promoter', 'detractor_to_better', 'promoter_to_worse']),
  chance: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  verdict: z.enum(['real', 'noise', 'unknown']),
  /** Where the interval lies against the band of chance. */
  against: z.enum(['above', 'inside', 'below']).nullable(),
})
export type Movement = z.infer<typeof Movement>

/** A wave as a side of a comparison; `people` gave an answer in it. */
export const ComparedWave = z.object({
  waveId: z.uuid(),
  name: z.string(),
  startsOn: z.iso.date(),
  people: z.number().int(),
})
export type ComparedWave = z.infer<typeof ComparedWave>

/** Surveys with the waves that have answers of known people: what a comparison can choose from. */
export const ComparableSurvey = z.object({ surveyId: z.uuid(), name: z.string(), waves: z.array(ComparedWave) })
export type ComparableSurvey = z.infer<typeof ComparableSurvey>

export const ProofQuery = z.strictObject({
  survey: z.uuid().optional(),
  from: z.uuid().optional(),
  to: z.uuid().optional(),
})
export type ProofQuery = z.infer<typeof ProofQuery>

/** The same people in two waves: who moved where, the change, and what chance alone would do. Shares 0 to 1, nps −100 to 100. */
export const Proof = z.object({
  surveys: z.array(ComparableSurvey),
  surveyId: z.uuid().nullable(),
  from: ComparedWave.nullable(),
  to: ComparedWave.nullable(),
  /** Gave an answer in the first wave. */
  first: z.number().int(),
  /** Gave an answer in both. */
  both: z.number().int(),
  /** Gave an answer in the second wave alone. */
  newcomers: z.number().int(),
  /** Rows promoter, passive, detractor at first; columns promoter, passive, detractor, no answer. */
  moves: z.array(z.array(ShareOf)),
  /** NPS of those who answered twice. */
  change: z
    .object({
      first: z.number(),
      second: z.number(),
      change: z.number(),
      lower: z.number(),
      upper: z.number(),
      p: z.number(),
      method: z.string(),
      verdict: z.enum(['real', 'noise', 'unknown']),
    })
    .nullable(),
  promoters: z.object({ came: z.number().int(), left: z.number().int(), net: z.number().int() }),
  movements: z.array(Movement),
  /** The test-retest correlations that the band of chance covers, and the one observed here. */
  chance: z.object({ lower: z.number(), upper: z.number(), observed: z.number().nullable() }),
  seven: ShareOf,
  eight: ShareOf,
  eightMinusSeven: z.object({ difference: z.number(), lower: z.number(), upper: z.number() }).nullable(),
})
export type Proof = z.infer<typeof Proof>
