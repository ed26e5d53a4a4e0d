/** `customer_size` as people read it: "customer size". Names are the customers' own data and stay in their language. */
export const attributeTitle = (attribute: string): string => attribute.replaceAll('_', ' ').trim()

const COUNTRIES = new Set(['country', 'land', 'maa', 'nation'])
const LANGUAGES = new Set(['language', 'sprache', 'kieli'])

/** Whether values differ in how people use the scale at all, so that comparing them raw misleads (countries, languages). */
export const isAnswerStyle = (attribute: string): boolean =>
  COUNTRIES.has(attribute.toLowerCase()) || LANGUAGES.has(attribute.toLowerCase())

/** A value as people of `locale` read it: codes of countries and languages by their name, everything else as it is. */
export function valueTitle(attribute: string, value: string, locale: string): string {
  const name = attribute.toLowerCase()
  if (COUNTRIES.has(name) && /^[A-Z]{2}$/.test(value)) return nameOf('region', value, locale)
  if (LANGUAGES.has(name) && /^[a-z]{2}$/.test(value)) return nameOf('language', value, locale)
  return value
}

const nameOf = (type: 'region' | 'language', code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type, fallback: 'code' }).of(code) ?? code
