import { z } from 'zod'

/** How many of a part are reached: whoever stands in none of the last four columns is never heard. */
const counts = {
  people: z.number().int(),
  reachable: z.number().int(),
  noAddress: z.number().int(),
  noBasis: z.number().int(),
  suppressed: z.number().int(),
  asked: z.number().int(),
  answered: z.number().int(),
}

/** Who is asked and who never is, in parts by one field; asked and answered within `days`. */
export const Coverage = z.object({
  by: z.string(),
  days: z.number().int(),
  total: z.object(counts),
  parts: z.array(z.object({ value: z.string().nullable(), ...counts })),
})
export type Coverage = z.infer<typeof Coverage>
