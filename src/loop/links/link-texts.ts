import { CUSTOMER_LANGUAGES, type CustomerLanguage, directionOf, say, wantedLanguages } from '../../languages/index.ts'
import { fillIn } from '../../respondent/index.ts'
import type { AskScale, AskTexts } from '../../respondent/widget/config.ts'
import { partOf } from '../../stats/index.ts'
import { type Opening, SCALES, type Wording, type Wordings } from '../../vocabulary/index.ts'

type Wish = { company: string; wanted: readonly (string | null | undefined)[] }

/** The languages that a survey has, in the order of the language lists. */
export const languagesOf = (wordings: Wordings): CustomerLanguage[] =>
  CUSTOMER_LANGUAGES.filter(language => wordings.texts[language] !== undefined)

/** Everything a visitor reads, in the first of the wanted languages that the survey has. */
export function linkTexts(wordings: Wordings, { company, wanted }: Wish): AskTexts & { language: CustomerLanguage } {
  const language = pageLanguageOf(wordings, wanted)
  const wording = wordings.texts[language] ?? wordings.texts[wordings.language]
  if (!wording) throw new Error('a survey has no text in its first language')
  return { language, direction: directionOf(language), ...textsOf(wording, company), words: wordsIn(language) }
}

function textsOf(wording: Wording, company: string) {
  const fill = (text: string) => fillIn(text, { company, first_name: '' })
  const all = <T extends Record<string, string>>(texts: T) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text)])) as T
  const { lowEnd, highEnd } = wording
  return {
    question: fill(wording.question),
    lowEnd,
    highEnd,
    followUp: all(wording.followUp),
    followUpByScore: all(wording.followUpByScore as Record<string, string>),
    thanks: all(wording.thanks),
  }
}

const wordsIn = (language: CustomerLanguage) => ({
  send: say(language, 'respondent.sendComment'),
  skip: say(language, 'respondent.skip'),
  optional: say(language, 'links.visitor.optional'),
  close: say(language, 'links.visitor.close'),
  again: say(language, 'links.visitor.again'),
})

/** The first wanted language that the survey has; otherwise its own first one. */
export function pageLanguageOf(wordings: Wordings, wanted: Wish['wanted']): CustomerLanguage {
  return wantedLanguages(languagesOf(wordings), wanted.filter(Boolean).join())[0] ?? wordings.language
}

/** The scale of the first question, and where its good and middle parts begin. */
export function askScale(opening: Opening): AskScale {
  if (opening === 'free') return { opening, scale: null, good: 0, middle: 0 }
  const { from, to } = SCALES[opening]
  const partAt = (n: number) =>
    partOf({ opening, score: opening === 'nps' ? n : null, rating: opening === 'nps' ? null : n })
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const first = (part: string) => numbers.find(n => partAt(n) === part) ?? to
  return { opening, scale: [from, to], good: first('promoter'), middle: first('passive') }
}
