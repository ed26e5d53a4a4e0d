import { z } from 'zod'

/** What becomes of a person's answers: their number, month and survey stay as nobody's, or nothing does. */
export const Erasure = z.strictObject({ answers: z.enum(['numbers', 'nothing']) })
export type Erasure = z.infer<typeof Erasure>

/** How many answers stay as nobody's. */
export const Erased = z.object({ answersKept: z.number().int() })

/** A person who asked for deletion; `dueOn` is the last day for it. */
export const ErasureRequest = z.object({
  personId: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
})
export type ErasureRequest = z.infer<typeof ErasureRequest>
