/** Where the time comes from, so that tests can set it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const JUMP_MS = 5 * 60_000
const CALM_MS = 60_000

/**
 * Watches a clock against one that only ever ticks: false from a jump of more than five minutes on, until it has been steady
 * for one (case C9). Whoever was asleep meanwhile counts as having jumped.
 */
export function watchClock(clock: Clock, ticking: () => number = () => performance.now()): () => boolean {
  let seen: { at: number; tick: number } | null = null
  let calmFrom = Number.NEGATIVE_INFINITY
  return () => {
    const now = { at: clock().getTime(), tick: ticking() }
    const jumped = seen !== null && Math.abs(now.at - seen.at - (now.tick - seen.tick)) > JUMP_MS
    if (jumped) calmFrom = now.tick + CALM_MS
    seen = now
    return now.tick >= calmFrom
  }
}
