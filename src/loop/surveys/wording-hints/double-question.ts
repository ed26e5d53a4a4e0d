import { inTexts, type Place, type Rule } from './rule.ts'
import { wordsIn } from './word-list.ts'

const JOINED = {
  en: ['and', 'or', 'as well as', 'and/or'],
  de: ['und', 'oder', 'sowie', 'und/oder', 'als auch'],
  fi: ['ja', 'tai', 'sekä', 'vai', 'ja/tai'],
}
// Two words for one thing, or the two ends of one scale.
const ONE_THING = {
  en: [
    'friend or colleague',
    'friends or colleagues',
    'friend or family member',
    'satisfied or dissatisfied',
    'more or less',
    'wants and needs',
  ],
  de: [
    'Freund oder Kollegen',
    'Freund oder einer Kollegin',
    'Freunden oder Kollegen',
    'Freunden und Kollegen',
    'zufrieden oder unzufrieden',
    'voll und ganz',
    'mehr oder weniger',
    'ab und zu',
  ],
  fi: ['ystävälle tai kollegalle', 'ystävillesi tai kollegoillesi', 'tyytyväinen tai tyytymätön'],
}
const MARKS = /[?？؟]/g
const SLASHED = /\p{L}{3,}\s?[/&]\s?(?!in\b|innen\b|n\b|r\b|s\b)\p{L}{3,}/giu

// A rating can answer one question; words may answer two.
const isRated = ({ kind }: Place) => kind !== null && kind !== 'free'

function find(place: Place): string[] {
  if (!isRated(place)) return []
  const { language } = place
  const oneThing = wordsIn(place.plain, language, ONE_THING)
  const text = oneThing.reduce((rest, phrase) => rest.replace(phrase, '…'), place.plain)
  const marks = text.match(MARKS) ?? []
  const slashed = text.match(SLASHED) ?? []
  return [...wordsIn(text, language, JOINED), ...slashed, ...(marks.length > 1 ? [marks.join(' … ')] : [])]
}

export default {
  look: inTexts(['question'], find),
  examples: {
    wrong: [
      { change: { question: 'How satisfied are you with the price and the service of {{company}}?' } },
      { language: 'de', change: { question: 'Wie zufrieden sind Sie mit Preis/Leistung von {{company}}?' } },
      { language: 'fi', change: { question: 'Kuinka nopea ja ystävällinen {{company}} oli?' } },
      { language: 'sv', change: { question: 'Hur nöjd är du med {{company}}? Och med priset?' } },
    ],
    right: [
      { change: { question: 'How likely are you to recommend {{company}} to friends or colleagues?' } },
      { opening: 'free', change: { question: 'What do you like about {{company}}, and what not?' } },
      {
        language: 'de',
        change: { question: 'Wie zufrieden sind Sie mit Ihrem Berater/Ihrer Beraterin von {{company}}?' },
        opening: 'free',
      },
    ],
  },
} satisfies Rule
