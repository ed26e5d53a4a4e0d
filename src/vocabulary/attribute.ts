/** Stands between a value and what is above it: `DE › Bavaria`. */
export const BELOW = ' › '

/** `customer_size` as people read it: "customer size". Names are the customers' own data and stay in their language. */
export const attributeTitle = (attribute: string): string => attribute.replaceAll('_', ' ').trim()

const COUNTRIES = new Set(['country', 'land', 'maa', 'nation'])
const LANGUAGES = new Set(['language', 'sprache', 'kieli'])

/** Whether values differ in how people use the scale at all, so that comparing them raw misleads (countries, languages). */
export const isAnswerStyle = (attribute: string): boolean =>
  COUNTRIES.has(attribute.toLowerCase()) || LANGUAGES.has(attribute.toLowerCase())

/** An attribute by the name that was given to it, or by its own. */
export const titleOf = (attribute: string, named: readonly { attribute: string; label: string | null }[]): string =>
  named.find(one => one.attribute === attribute)?.label ?? attributeTitle(attribute)

/** Whether a value says yes or no, which every language says in its own word. */
export const isFlag = (value: string): value is 'true' | 'false' => value === 'true' || value === 'false'

/** A value as people of `locale` read it: codes of countries and languages by their name, everything else as it is. */
export function valueTitle(attribute: string, value: string, locale: string): string {
  const name = attribute.toLowerCase()
  const [top = '', ...below] = value.split(BELOW)
  if (below.length > 0) return [/^[A-Z]{2}$/.test(top) ? nameOf('region', top, locale) : top, ...below].join(BELOW)
  if (COUNTRIES.has(name) && /^[A-Z]{2}$/.test(value)) return nameOf('region', value, locale)
  if (LANGUAGES.has(name) && /^[a-z]{2}$/.test(value)) return nameOf('language', value, locale)
  return value
}

const nameOf = (type: 'region' | 'language', code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type, fallback: 'code' }).of(code) ?? code
