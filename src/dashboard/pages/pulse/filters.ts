import { z } from 'zod'

const listed = z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(z.string())).catch([])

/** The filters of Pulse and Understand, as they stand in the address. */
export const PulseFilters = z.object({
  survey: z.string().optional().catch(undefined),
  period: z.enum(['4w', '12w', '26w', '52w', 'all']).optional().catch(undefined),
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
  against: z.enum(['before', 'year', 'none']).optional().catch(undefined),
  segment: listed,
  per: z.enum(['person', 'answer']).optional().catch(undefined),
  unit: z.enum(['week', 'month']).optional().catch(undefined),
})
export type PulseFilters = z.output<typeof PulseFilters>
export type ChangeFilters = (change: Partial<z.input<typeof PulseFilters>>) => void
