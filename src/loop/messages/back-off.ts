const MINUTES = [1, 5, 15, 60, 180]

/** When a message that the server put off is tried again: 1, 5, 15, 60 minutes, then every 3 hours, a little spread (case M1). */
export function nextTry(at: Date, attempts: number, spread = Math.random()): Date {
  const minutes = MINUTES[Math.min(attempts, MINUTES.length - 1)] ?? 180
  return new Date(at.getTime() + minutes * 60_000 * (1 + spread / 10))
}
