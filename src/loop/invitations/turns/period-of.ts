const DAY_MS = 86_400_000
const LONGEST_MONTH = 31

/**
 * The period of a moment: its month, or its week where a person may be asked twice within a month.
 * @example periodOf(new Date('2026-11-21T10:00:00Z'), 90) // => '2026-11'
 */
export function periodOf(at: Date, apartDays: number): string {
  return apartDays >= LONGEST_MONTH ? at.toISOString().slice(0, 7) : weekOf(at)
}

/** The ISO week, `2026-W47`. */
function weekOf(at: Date): string {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()))
  // The week belongs to the year of its Thursday.
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - first) / DAY_MS / 7) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
