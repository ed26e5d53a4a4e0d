import { z } from 'zod'

/** Something that happened and that a listener did not take, even at the last try. */
export const UndeliveredEvent = z.object({
  eventId: z.number().int(),
  /** Name of the event, e.g. `response.received`. */
  name: z.string(),
  subjectId: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  attempts: z.number().int(),
  /** What the listener said, for whoever looks for the cause. */
  problem: z.string().nullable(),
})
export type UndeliveredEvent = z.infer<typeof UndeliveredEvent>
