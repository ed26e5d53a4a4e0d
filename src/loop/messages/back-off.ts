/** Minutes until the next try by the number of tries: 1, 5, 15, 60, then every 3 hours (case M1). */
export const TRY_MINUTES = [1, 5, 15, 60, 180] as const
/** The 12th try comes 24 hours and a little after the first one; then nobody is waited for any longer. */
const MOST_TRIES = 12

/** When a message that the server put off is tried again, a little spread; null after a day of tries. */
export function nextTry(at: Date, attempts: number, spread = Math.random()): Date | null {
  if (attempts + 1 >= MOST_TRIES) return null
  const minutes = TRY_MINUTES[Math.min(attempts, TRY_MINUTES.length - 1)] ?? 180
  return new Date(at.getTime() + minutes * 60_000 * (1 + spread / 10))
}
