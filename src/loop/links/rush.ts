import { tokenBucket } from '../../platform/http/index.ts'
import type { LinkChannel } from '../../vocabulary/index.ts'

/** Answers that one network may give to one survey in a minute; a kiosk sends what it kept while it was offline. */
const PER_MINUTE: Record<LinkChannel, number> = { link: 20, widget: 20, api: 60, kiosk: 240 }
/** So many times as many answers as usual are a rush. */
const TIMES = 5
const MINUTE_MS = 60_000
const WINDOW = 10
const MOST_SURVEYS = 5000

/** What is looked at before an answer counts. */
export type Arrival = { channel: LinkChannel; surveyId: string; network: string; at: Date; usual: number }

/** Notices who answers too often and surveys that get far more answers than usual; in memory of this process. */
export function rushGuard(now: () => number = Date.now) {
  const buckets = Object.fromEntries(
    Object.entries(PER_MINUTE).map(([channel, perMinute]) => [channel, tokenBucket(perMinute, now)]),
  ) as Record<LinkChannel, ReturnType<typeof tokenBucket>>
  const minutes = new Map<string, Map<number, number>>()

  /** Counts an answer and says how many came within ten minutes around it. */
  const countIn = (surveyId: string, at: Date): number => {
    const minute = Math.floor(at.getTime() / MINUTE_MS)
    const counts = minutes.get(surveyId) ?? new Map<number, number>()
    minutes.delete(surveyId)
    minutes.set(surveyId, counts)
    counts.set(minute, (counts.get(minute) ?? 0) + 1)
    if (counts.size > 60) for (const old of [...counts.keys()].sort((a, b) => a - b).slice(0, 30)) counts.delete(old)
    if (minutes.size > MOST_SURVEYS) for (const oldest of minutes.keys()) if (minutes.delete(oldest)) break
    let sum = 0
    for (let back = 0; back < WINDOW; back++) sum += counts.get(minute - back) ?? 0
    return sum
  }

  /** Why an answer is set aside; null when it counts. What comes from one network too often does not make a rush for others. */
  return ({ channel, surveyId, network, at, usual }: Arrival): 'many_from_one_address' | 'unusual_rush' | null => {
    if (!buckets[channel](`${surveyId} ${network}`).allowed) return 'many_from_one_address'
    return countIn(surveyId, at) > TIMES * usual ? 'unusual_rush' : null
  }
}
