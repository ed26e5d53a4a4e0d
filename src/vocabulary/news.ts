import { z } from 'zod'

/** That something happened, for those who watch: which event, to what; never what was said. */
export const News = z.object({
  eventId: z.number().int(),
  name: z.string(),
  subjectId: z.string().nullable(),
  occurredAt: z.iso.datetime(),
})
export type News = z.infer<typeof News>

/** How long to watch; the stream ends by itself, and whoever watches comes again. */
export const NewsQuery = z.strictObject({ seconds: z.coerce.number().int().min(1).max(600).default(240) })
