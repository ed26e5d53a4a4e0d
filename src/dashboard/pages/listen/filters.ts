import { z } from 'zod'

const listed = z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(z.string())).catch([])

/** The filters of Listen, as they stand in the address. */
export const ListenFilters = z.object({
  survey: z.string().optional().catch(undefined),
  from: z.string().optional().catch(undefined),
  to: z.string().optional().catch(undefined),
  segment: listed,
  score: listed,
  comment: z.enum(['with', 'without']).optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  state: z.enum(['confirmed', 'quarantined']).optional().catch(undefined),
  search: z.string().optional().catch(undefined),
})
export type ListenFilters = z.output<typeof ListenFilters>
export type ChangeListen = (change: Partial<z.input<typeof ListenFilters>>) => void

/** What the list of groups means in scores; 7 and 8 are two groups here. */
export const GROUP_SCORES = {
  detractors: ['0', '1', '2', '3', '4', '5', '6'],
  sevens: ['7'],
  eights: ['8'],
  promoters: ['9', '10'],
} as const
