import { CUSTOMER_LANGUAGES, type CustomerLanguage, wantedLanguages } from '../../languages/index.ts'
import type { Wordings } from '../../vocabulary/index.ts'
import type { Asked } from './queries/invitations.ts'

/** Whether a text names one of our languages. */
export const isLanguage = (text: string): text is CustomerLanguage =>
  CUSTOMER_LANGUAGES.some(language => language === text)

/** The languages that a survey was worded in. */
export const languagesOf = (wordings: Wordings): CustomerLanguage[] =>
  CUSTOMER_LANGUAGES.filter(language => wordings.texts[language] !== undefined)

/** The language of a page: the one that was switched to, the person's, the first of the browser's that the survey has, the survey's own. */
export function pageLanguage(
  wordings: Wordings,
  asked: Asked,
  wished: { chosen: CustomerLanguage | null; browser: string | null },
): CustomerLanguage {
  if (wished.chosen && wordings.texts[wished.chosen] !== undefined) return wished.chosen
  const spoken = [asked.personLanguage, wished.browser].filter(Boolean).join()
  return wantedLanguages(languagesOf(wordings), spoken)[0] ?? wordings.language
}
