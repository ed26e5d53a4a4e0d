import type { Random } from './random.ts'

/** Languages in which demo customers write. */
export type Tongue = 'de' | 'fi' | 'en'

/** What a comment is about; each language has sentences for every theme. */
export type Theme = 'price' | 'support' | 'interface' | 'export' | 'delivery' | 'quality' | 'offers' | 'ease' | 'people'

/** A customer of a demo company, before it is written. */
export type Character = {
  country: string
  language: Tongue
  company: string | null
  segment: string
  attributes: Record<string, string | number>
  /** How this person stands to the company apart from segment and wave, in points of the scale. */
  warmth: number
}

/** Something that happened to a customer. */
export type Happening = {
  kind: 'order' | 'ticket' | 'call' | 'visit' | 'price'
  title: string
  body?: string
  state?: string
  amountCents?: number
  discounted?: boolean
  at: Date
}

/** How often something happened to a customer, in bands. */
export type Computed = {
  name: string
  label: string
  kind: Happening['kind']
  bands: { below: number | null; label: string }[]
}

/** What the computed attribute of a customer was at a moment. */
export const computedAt = (computed: Computed | undefined, happenings: Happening[], moment: Date) =>
  computed
    ? { [computed.name]: happenings.filter(({ kind, at }) => kind === computed.kind && at <= moment).length }
    : {}

/** A company with a plot: who its customers are, how they feel over time, and what happens to them. */
export type Company = {
  name: string
  language: Tongue
  timeZone: string
  sender: string
  domain: string
  product: string
  seed: number
  people: number
  waves: { name: string; daysAgo: number }[]
  /** Share of the people asked in a wave, and share of people who answer as a rule. */
  asked: number
  willing: number
  /** Deviation of an answer around the person's own mean. */
  mood: (character: Character) => number
  character: (random: Random) => Omit<Character, 'language'>
  /** Mean score of this person `daysAgo`. */
  mean: (character: Character, daysAgo: number) => number
  happenings: (character: Character, random: Random, now: Date) => Happening[]
  /** An attribute that is computed from what happened. */
  computed?: Computed
  /** What this person talks about when the answer was `score`, `daysAgo`. */
  theme: (character: Character, score: number, daysAgo: number, random: Random) => Theme
}

const DAY = 86_400_000

/** A moment `daysAgo`, on a working day between 7 and 20 o'clock. */
export function momentAgo(now: Date, daysAgo: number, random: Random): Date {
  const moment = new Date(now.getTime() - daysAgo * DAY)
  moment.setUTCHours(random.whole(6, 18), random.whole(0, 59), random.whole(0, 59), 0)
  const weekday = moment.getUTCDay()
  if (weekday === 0) moment.setTime(moment.getTime() - 2 * DAY)
  if (weekday === 6) moment.setTime(moment.getTime() - DAY)
  return moment > now ? new Date(now.getTime() - random.whole(5, 300) * 60_000) : moment
}

/** Eight quarterly waves, the last one just running. */
export const quarterlyWaves = (now: Date): { name: string; daysAgo: number }[] =>
  [0, 1, 2, 3, 4, 5, 6, 7]
    .map(back => {
      const daysAgo = 12 + back * 91
      const day = new Date(now.getTime() - daysAgo * DAY)
      return { name: `${day.getUTCFullYear()} Q${Math.floor(day.getUTCMonth() / 3) + 1}`, daysAgo }
    })
    .reverse()
