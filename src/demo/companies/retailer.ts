import { categoryOf } from '../../stats/index.ts'
import { type Character, type Company, momentAgo, quarterlyWaves, type Theme } from '../company.ts'
import type { Random } from '../random.ts'

const SHOPS = ['Turku', 'Tampere', 'Lahti', 'Rauma']
const BASKETS = ['Ruokaostokset', 'Kodin tarvikkeet', 'Viikonlopun ostokset', 'Leivonta ja kahvi']

function happenings(character: Character, random: Random, now: Date) {
  const onOffer = character.segment === 'offer only'
  return Array.from({ length: onOffer ? random.whole(3, 7) : random.whole(4, 14) }, () => ({
    kind: 'order' as const,
    title: `${random.pick(BASKETS)}, ${character.attributes.shop}`,
    state: 'paid',
    amountCents: random.whole(1200, 9800),
    discounted: onOffer ? random.chance(0.95) : random.chance(0.25),
    at: momentAgo(now, random.whole(2, 720), random),
  }))
}

/** A retailer with 40 % passives who buy only on offer (mission 000-2, 000-3): content, silent, gone when a rival is cheaper. */
export const retailer = (now: Date): Company => ({
  name: 'Kauppahuone Meri',
  language: 'fi',
  timeZone: 'Europe/Helsinki',
  sender: 'Kauppahuone Meri',
  domain: 'kauppahuone-meri.example',
  product: 'Kauppahuone Meri',
  seed: 2,
  people: 1300,
  waves: quarterlyWaves(now),
  asked: 0.75,
  willing: 0.4,
  mood: character => (character.segment === 'offer only' ? 0.55 : 1.4),
  character: random => {
    const segment = random.weighted({ 'offer only': 24, regular: 76 })
    return {
      country: random.weighted({ FI: 88, SE: 6, GB: 6 }),
      company: null,
      segment,
      attributes: {
        buys: segment,
        shop: random.pick(SHOPS),
        loyalty_card: random.weighted({ yes: segment === 'regular' ? 7 : 4, no: 5 }),
      },
      warmth: random.normal(0, segment === 'offer only' ? 0.4 : 2.2),
    }
  },
  mean: character => (character.segment === 'offer only' ? 7.55 : 8.9) + character.warmth,
  happenings,
  theme: (character, score, _daysAgo, random) => {
    if (character.segment === 'offer only') return random.weighted({ offers: 7, price: 3 })
    return random.weighted<Theme>(
      categoryOf(score) === 'detractor'
        ? { price: 4, people: 2, quality: 2, support: 2 }
        : { people: 4, quality: 4, ease: 3, offers: 1 },
    )
  },
})
