import type { Rule } from './rule.ts'

const FEWEST_WORDS = 3

// Somebody who chose Finnish and reads English stops.
export default {
  look: ({ places, wordings }) => {
    const own = new Map(
      places
        .filter(place => place.language === wordings.language)
        .map(place => [place.path.replace(/^texts\.[a-z]+\./, ''), place.plain]),
    )
    return places
      .filter(({ language, path, plain }) => {
        const words = plain.match(/\p{L}+/gu) ?? []
        return (
          language !== wordings.language &&
          words.length >= FEWEST_WORDS &&
          own.get(path.replace(/^texts\.[a-z]+\./, '')) === plain
        )
      })
      .map(({ path, language, text }) => ({ path, language, found: text }))
  },
  examples: {
    wrong: [
      {
        language: 'sv',
        change: { question: 'How likely is it that you would recommend {{company}} to a friend or colleague?' },
      },
    ],
    right: [{ language: 'sv', change: { question: 'Hur troligt är det att du skulle rekommendera {{company}}?' } }],
  },
} satisfies Rule
