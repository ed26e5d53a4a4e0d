import { createHash } from 'node:crypto'
import { momentAt } from '../../../platform/zone-clock.ts'

/** When somebody's turn falls, and when people may be written to. */
export type SlotRules = { spreadDays: number; weekdays: number[]; fromHour: number; untilHour: number }

const DAY_MS = 86_400_000
const WEEK = 7

/**
 * The moment of a turn: a day within the spread and a minute within the hours, by the hash of plan and person, so that the
 * load is even and the same person keeps the same place. `day` is YYYY-MM-DD on the person's calendar.
 */
export function slotOf(turn: { planId: string; personId: string; day: string; zone: string }, rules: SlotRules): Date {
  const [dayShare, hourShare] = sharesOf(turn.planId, turn.personId)
  const days = daysFrom(turn.day, rules)
  const day = days[Math.floor(dayShare * days.length)] ?? turn.day
  const minutes = Math.floor(hourShare * (rules.untilHour - rules.fromHour) * 60)
  return momentAt(day, rules.fromHour * 60 + minutes, turn.zone)
}

/** Two even, independent numbers in [0, 1) that belong to a person in a plan. */
function sharesOf(planId: string, personId: string): [number, number] {
  const hash = createHash('sha256').update(`${planId}/${personId}`).digest()
  return [hash.readUInt32BE(0) / 2 ** 32, hash.readUInt32BE(4) / 2 ** 32]
}

/** The allowed days from a day on, within the spread; where there is none, the first after it. */
function daysFrom(day: string, { spreadDays, weekdays }: SlotRules): string[] {
  const first = Date.parse(`${day}T00:00:00Z`)
  const days: string[] = []
  for (let i = 0; i < spreadDays || (days.length === 0 && i < spreadDays + WEEK); i++) {
    const date = new Date(first + i * DAY_MS)
    if (weekdays.includes(date.getUTCDay() || WEEK)) days.push(date.toISOString().slice(0, 10))
  }
  return days
}
