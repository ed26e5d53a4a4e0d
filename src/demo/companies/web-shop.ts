import { categoryOf } from '../../stats/index.ts'
import { type Character, type Company, momentAgo, quarterlyWaves, type Theme } from '../company.ts'
import type { Random } from '../random.ts'

const MEANS: Record<string, number> = { frequent: 9.2, occasional: 8.2, 'one-time': 7.0 }
const ORDERS: Record<string, [number, number]> = { frequent: [8, 16], occasional: [2, 5], 'one-time': [1, 1] }
const GOODS = [
  'Wollpullover Skagen',
  'Leinenhemd Bornholm',
  'Regenjacke Lofoten',
  'Wollsocken, 3 Paar',
  'Strickmütze Åland',
  'Kuscheldecke Saimaa',
]

function happenings(character: Character, random: Random, now: Date) {
  const [least, most] = ORDERS[character.segment] ?? [1, 1]
  const orders = Array.from({ length: random.whole(least, most) }, () => {
    const goods = random.pick(GOODS)
    const discounted = random.chance(0.2)
    return {
      kind: 'order' as const,
      title: goods,
      state: random.chance(0.06) ? 'returned' : 'delivered',
      amountCents: random.whole(1900, 14900),
      discounted,
      at: momentAgo(now, random.whole(15, 720), random),
    }
  })
  const troubled = random.chance(character.warmth < -1 ? 0.6 : 0.12)
  const days = random.whole(16, 300)
  if (!troubled) return orders
  const title = { de: 'Paket kam zu spät', fi: 'Paketti myöhästyi', en: 'Parcel came late' }[character.language]
  return [
    ...orders,
    { kind: 'ticket' as const, title, state: random.chance(0.7) ? 'solved' : 'open', at: momentAgo(now, days, random) },
  ]
}

/** How often somebody bought, counted from the history. */
const NUMBER_OF_ORDERS: Company['computed'] = {
  name: 'orders',
  label: 'Bestellungen',
  kind: 'order',
  bands: [
    { below: 2, label: 'bis 1' },
    { below: 6, label: '2 bis 5' },
    { below: null, label: '6 und mehr' },
  ],
}

/** A web shop with frequent, occasional and one-time buyers (mission 002-16): loyalty grows with the number of purchases. */
export const webShop = (now: Date): Company => ({
  name: 'Fjordkram',
  language: 'de',
  timeZone: 'Europe/Berlin',
  sender: 'Lena von Fjordkram',
  domain: 'fjordkram.example',
  product: 'Fjordkram',
  seed: 16,
  people: 1400,
  waves: quarterlyWaves(now),
  asked: 0.75,
  willing: 0.4,
  mood: () => 1.3,
  character: random => {
    const segment = random.weighted({ frequent: 25, occasional: 45, 'one-time': 30 })
    return {
      country: random.weighted({ DE: 62, AT: 12, FI: 14, SE: 6, DK: 6 }),
      company: null,
      segment,
      attributes: { buyer: segment, age_band: random.weighted({ '18-29': 18, '30-44': 38, '45-59': 29, '60+': 15 }) },
      warmth: random.normal(0, 1.5),
    }
  },
  mean: (character, daysAgo) =>
    (MEANS[character.segment] ?? 8) + character.warmth - (daysAgo > 330 && daysAgo < 430 ? 0.7 : 0),
  happenings,
  computed: NUMBER_OF_ORDERS,
  theme: (_character, score, daysAgo, random) => {
    if (daysAgo > 330 && daysAgo < 430 && random.chance(0.6)) return 'delivery'
    return random.weighted<Theme>(
      categoryOf(score) === 'detractor'
        ? { delivery: 5, quality: 3, support: 2, price: 2 }
        : { quality: 5, delivery: 3, ease: 3, people: 1 },
    )
  },
})
