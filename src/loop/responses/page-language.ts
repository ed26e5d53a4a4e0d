import { LANGUAGES, type Language, languageOf } from '../../languages/index.ts'
import type { Wordings } from '../../vocabulary/index.ts'
import type { Asked } from './queries/invitations.ts'

/** Whether a text names one of our languages. */
export const isLanguage = (text: string): text is Language => LANGUAGES.some(language => language === text)

/** The languages that a survey was worded in. */
export const languagesOf = (wordings: Wordings): Language[] =>
  LANGUAGES.filter(language => wordings.texts[language] !== undefined)

/** The language of a page: the one that was switched to, the person's, the browser's, the survey's first. */
export function pageLanguage(
  wordings: Wordings,
  asked: Asked,
  wished: { chosen: Language | null; browser: string | null },
): Language {
  const has = (language: Language) => wordings.texts[language] !== undefined
  if (wished.chosen && has(wished.chosen)) return wished.chosen
  const spoken = asked.personLanguage ?? wished.browser
  const language = languageOf(spoken, wordings.language)
  return has(language) ? language : wordings.language
}
