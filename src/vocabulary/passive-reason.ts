import { z } from 'zod'

/** Why somebody is neither enthusiastic nor disappointed: the five reasons, and another. */
export const PASSIVE_REASONS = [
  'expectations_met',
  'no_problems',
  'habit',
  'more_time',
  'value_below_cost',
  'other',
] as const
export const PassiveReason = z.enum(PASSIVE_REASONS)
export type PassiveReason = z.infer<typeof PassiveReason>
