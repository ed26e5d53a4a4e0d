import { type Draw, tokenBucket } from '../platform/http/index.ts'
import { Refusal } from '../vocabulary/index.ts'

/** Limits per minute: each key (more where it only reads, as pages that personalise do), each session, and each network of those we do not know. */
export const PER_MINUTE = { key: 100, readingKey: 1200, session: 1200, stranger: 60 } as const

/** Buckets of one process; `draw` throws where a bucket is empty. */
export function createLimits() {
  const buckets = {
    key: tokenBucket(PER_MINUTE.key),
    readingKey: tokenBucket(PER_MINUTE.readingKey),
    session: tokenBucket(PER_MINUTE.session),
    stranger: tokenBucket(PER_MINUTE.stranger),
  }
  return {
    draw: (kind: keyof typeof buckets, name: string): Draw => {
      const draw = buckets[kind](name)
      if (!draw.allowed) throw new Refusal('too_many_requests', { seconds: draw.secondsToNext })
      return draw
    },
  }
}
export type Limits = ReturnType<typeof createLimits>

/** The RateLimit headers of a reply. */
export const limitHeaders = (draw: Draw): Record<string, string> => ({
  'ratelimit-limit': String(draw.limit),
  'ratelimit-remaining': String(draw.remaining),
  'ratelimit-reset': String(draw.secondsToNext),
})
