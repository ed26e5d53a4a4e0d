import { CUSTOMER_LANGUAGES, type CustomerLanguage, customerLanguageOf } from '../../languages/index.ts'
import type { Wordings } from '../../vocabulary/index.ts'
import type { Asked } from './queries/invitations.ts'

/** Whether a text names one of our languages. */
export const isLanguage = (text: string): text is CustomerLanguage =>
  CUSTOMER_LANGUAGES.some(language => language === text)

/** The languages that a survey was worded in. */
export const languagesOf = (wordings: Wordings): CustomerLanguage[] =>
  CUSTOMER_LANGUAGES.filter(language => wordings.texts[language] !== undefined)

/** The language of a page: the one that was switched to, the person's, the browser's, the survey's first. */
export function pageLanguage(
  wordings: Wordings,
  asked: Asked,
  wished: { chosen: CustomerLanguage | null; browser: string | null },
): CustomerLanguage {
  const has = (language: CustomerLanguage) => wordings.texts[language] !== undefined
  if (wished.chosen && has(wished.chosen)) return wished.chosen
  const spoken = asked.personLanguage ?? wished.browser
  const language = customerLanguageOf(spoken, wordings.language)
  return has(language) ? language : wordings.language
}
