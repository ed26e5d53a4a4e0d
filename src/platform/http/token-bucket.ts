/** What a bucket says about one request. */
export type Draw = { allowed: boolean; limit: number; remaining: number; secondsToNext: number }

const MOST_BUCKETS = 50_000

/** Limits how often each key may do something: `perMinute` on average, as many at once; in memory of this process. */
export function tokenBucket(perMinute: number, now: () => number = Date.now) {
  const perMs = perMinute / 60_000
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (key: string): Draw => {
    const at = now()
    const before = buckets.get(key)
    const tokens = before ? Math.min(perMinute, before.tokens + (at - before.at) * perMs) : perMinute
    const allowed = tokens >= 1
    const left = allowed ? tokens - 1 : tokens
    buckets.delete(key)
    buckets.set(key, { tokens: left, at })
    if (buckets.size > MOST_BUCKETS) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break
    const secondsToNext = left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000)
    return { allowed, limit: perMinute, remaining: Math.floor(left), secondsToNext }
  }
}
