import { categoryOf } from '../../stats/index.ts'
import { type Character, type Company, momentAgo, quarterlyWaves, type Theme } from '../company.ts'
import type { Random } from '../random.ts'

/** Days ago when the team began to mend interface and support for individual users. */
const INITIATIVE = 150
const PRICE_RISE = 135
const PLANS: Record<string, [string, number, number]> = {
  large: ['Enterprise', 14_000, 60_000],
  small: ['Team', 1_800, 9_000],
  individual: ['Solo', 120, 360],
}

function mean(character: Character, daysAgo: number): number {
  const base = { large: 9.1, small: 8.5, individual: 8.3 }[character.segment] ?? 8
  if (character.segment === 'individual') {
    const trouble =
      daysAgo > INITIATIVE
        ? Math.min(1.4, (720 - daysAgo) / 200)
        : Math.max(0, 1.4 - Math.max(0, INITIATIVE - 40 - daysAgo) / 45)
    return base - trouble + character.warmth
  }
  const priceDrop = character.segment === 'small' && character.country === 'DE' && daysAgo < PRICE_RISE ? 1.4 : 0
  return base - priceDrop + character.warmth
}

function tickets(character: Character, random: Random, now: Date) {
  const count = character.warmth < -1 ? random.whole(1, 4) : random.whole(0, 1)
  const titles = {
    de: [
      'Umsatzsteuer fehlt auf der Rechnung',
      'Export bricht ab',
      'Anmeldung nach Update nicht möglich',
      'Oberfläche: Filter nicht zu finden',
    ],
    fi: [
      'Laskulta puuttuu arvonlisävero',
      'Vienti keskeytyy',
      'Kirjautuminen ei onnistu päivityksen jälkeen',
      'Suodatinta ei löydy',
    ],
    en: ['VAT missing on invoice', 'Export stops half way', 'Cannot sign in after update', 'Cannot find the filter'],
  }[character.language]
  return Array.from({ length: count }, () => {
    const waiting = random.chance(0.25)
    return {
      kind: 'ticket' as const,
      title: random.pick(titles),
      state: waiting ? 'open' : 'solved',
      at: momentAgo(now, waiting ? random.whole(8, 20) : random.whole(20, 500), random),
    }
  })
}

function happenings(character: Character, random: Random, now: Date) {
  const yearly = Number(character.attributes.annual_value)
  const orders = [700, 365, 30].map(days => ({
    kind: 'order' as const,
    title: `${character.attributes.plan}, 12 months`,
    state: 'paid',
    amountCents: yearly * 100,
    at: momentAgo(now, days + random.whole(-20, 20), random),
  }))
  const calls = random.chance(character.segment === 'large' ? 0.8 : 0.2)
    ? [
        {
          kind: 'call' as const,
          title: 'Onboarding',
          body: `${random.whole(12, 55)} min, Jonas Weber`,
          at: momentAgo(now, random.whole(200, 640), random),
        },
      ]
    : []
  const price =
    character.segment === 'small'
      ? [{ kind: 'price' as const, title: 'Team: € 600 → € 700', at: momentAgo(now, PRICE_RISE, random) }]
      : []
  return [...orders, ...calls, ...price, ...tickets(character, random, now)]
}

function character(random: Random): Omit<Character, 'language'> {
  const segment = random.weighted({ small: 46, large: 18, individual: 36 })
  const [plan, least, most] = PLANS[segment] ?? ['Team', 1000, 2000]
  return {
    country: random.weighted({ DE: 44, AT: 8, FI: 22, SE: 10, GB: 16 }),
    company: segment === 'individual' ? null : segment,
    segment,
    attributes: {
      customer_size: segment,
      plan,
      annual_value: Math.round(random.whole(least, most) / 100) * 100 || 100,
    },
    warmth: random.normal(0, 1.5),
  }
}

/** A software firm whose individual users complain about interface and support and recover after an initiative (mission 002-17). */
export const softwareFirm = (now: Date): Company => ({
  name: 'Nordwind Software',
  language: 'en',
  timeZone: 'Europe/Helsinki',
  sender: 'Jonas Weber, Nordwind',
  domain: 'nordwind.example',
  product: 'Nordwind',
  seed: 17,
  people: 2400,
  waves: quarterlyWaves(now),
  asked: 0.75,
  willing: 0.4,
  mood: () => 1.25,
  character,
  mean,
  happenings,
  theme: (character, score, daysAgo, random) => {
    if (character.segment === 'individual' && daysAgo > INITIATIVE - 60 && score < 8)
      return random.weighted({ interface: 5, support: 5, export: 1 })
    if (character.segment === 'small' && daysAgo < PRICE_RISE && score < 8)
      return random.weighted({ price: 6, support: 2, export: 1 })
    return random.weighted<Theme>(
      categoryOf(score) === 'detractor'
        ? { support: 4, export: 3, price: 2, interface: 2 }
        : { ease: 4, people: 3, quality: 3, export: score < 9 ? 3 : 0 },
    )
  },
})
