import { commentOn } from './comments/index.ts'
import { type Character, type Company, type Happening, momentAgo, type Tongue } from './company.ts'
import { addressOf, firmName, personName } from './names.ts'
import { type Random, randomFrom } from './random.ts'

/** A customer with everything that happened, as it will be written. */
export type Imagined = Character & {
  name: string
  email: string
  willing: boolean
  happenings: Happening[]
  asked: Asked[]
}

/** One person asked in one wave; `answer` is null for those who stayed silent. */
export type Asked = { wave: number; sentAt: Date; answer: { score: number; comment: string | null; at: Date } | null }

const TONGUES: Record<string, Tongue> = { DE: 'de', AT: 'de', FI: 'fi' }
const ANSWERS_AS_A_RULE = 0.72
const ANSWERS_BY_CHANCE = 0.1
const COMMENTS = 0.55

/** Makes the customers of a company up, the same ones each time. */
export function imagine(company: Company, now: Date): Imagined[] {
  const random = randomFrom(company.seed)
  return Array.from({ length: company.people }, (_, number) => imaginePerson(company, number, random, now))
}

function imaginePerson(company: Company, number: number, random: Random, now: Date): Imagined {
  const drawn = company.character(random)
  const language = TONGUES[drawn.country] ?? 'en'
  const character: Character = { ...drawn, language, company: drawn.company ? firmName(language, random) : null }
  const name = personName(language, random)
  const willing = random.chance(company.willing)
  return {
    ...character,
    name,
    email: addressOf(name, number + 1),
    willing,
    happenings: company.happenings(character, random, now),
    asked: company.waves.flatMap((wave, index) =>
      random.chance(company.asked) ? [ask(company, character, willing, index, wave.daysAgo, random, now)] : [],
    ),
  }
}

function ask(
  company: Company,
  character: Character,
  willing: boolean,
  wave: number,
  daysAgo: number,
  random: Random,
  now: Date,
): Asked {
  const sentAt = momentAgo(now, daysAgo, random)
  if (!random.chance(willing ? ANSWERS_AS_A_RULE : ANSWERS_BY_CHANCE)) return { wave, sentAt, answer: null }
  const after = Math.min(daysAgo, Math.floor(random.next() ** 2 * 11))
  const score = Math.max(
    0,
    Math.min(10, Math.round(random.normal(company.mean(character, daysAgo), company.mood(character)))),
  )
  const theme = company.theme(character, score, daysAgo, random)
  const comment = random.chance(COMMENTS) ? commentOn(theme, score, character.language, random) : null
  const at = momentAgo(now, daysAgo - after, random)
  return {
    wave,
    sentAt,
    answer: { score, comment, at: at > sentAt ? at : new Date(Math.min(now.getTime(), sentAt.getTime() + 3_600_000)) },
  }
}
