import { IntlMessageFormat } from 'intl-messageformat'
import { customers } from '#customers'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import { wantedLanguages } from './wanted.ts'

export { wantedLanguages } from './wanted.ts'

/** The languages of the team's pages; English is complete, others fall back to it. */
export const LANGUAGES = ['en', 'de', 'fi'] as const
export type Language = (typeof LANGUAGES)[number]

/** The languages that customers are asked in: mail, answer pages and widget. */
export const CUSTOMER_LANGUAGES = [
  ...LANGUAGES,
  ...['sv', 'no', 'da', 'nl', 'fr', 'es', 'it', 'pt', 'pl'],
  ...['cs', 'hu', 'ro', 'el', 'tr', 'uk', 'et', 'lv', 'lt', 'ja', 'zh', 'ar'],
] as const
export type CustomerLanguage = (typeof CUSTOMER_LANGUAGES)[number]

/** Which way a language is written, for `dir`. */
export const directionOf = (language: CustomerLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]

/** The address of a text: `section.name`. */
export type WordKey = Paths<typeof en>
export type Values = Record<string, string | number | boolean | Date | null | undefined>

const catalogues: Partial<Record<CustomerLanguage, unknown>> = { en, de, fi, ...customers }
const formats = new Map<string, IntlMessageFormat>()

/** The text at `key` in `language` with its placeholders filled (ICU MessageFormat). */
export function say(language: CustomerLanguage, key: WordKey, values?: Values): string {
  const id = `${language}:${key}`
  let format = formats.get(id)
  if (!format) {
    const own = textAt(catalogues[language], key)
    format = new IntlMessageFormat(own ?? textAt(en, key) ?? key, own ? language : 'en', undefined, { ignoreTag: true })
    formats.set(id, format)
  }
  return String(format.format(values && withoutTurns(values)))
}

/** Signs that turn the writing direction of everything after them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** A name or comment inside a sentence must not turn the sentence round. */
const withoutTurns = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.replace(TURNS, '') : value]),
  )

/** A speaker for one language: `const t = speak('fi'); t('pulse.title')`. */
export const speak =
  (language: CustomerLanguage) =>
  (key: WordKey, values?: Values): string =>
    say(language, key, values)
export type Speak = ReturnType<typeof speak>

/** Whether there is a text at `key`, for keys that come from codes. */
export const isWordKey = (key: string): key is WordKey => textAt(en, key) !== null

/** The first language we have among what a person or browser asks for ("fi-FI, de;q=0.8"). */
export const languageOf = (wanted: string | null | undefined, fallback: Language = 'en'): Language =>
  wantedLanguages(LANGUAGES, wanted)[0] ?? fallback

/** The same among the languages that customers are asked in. */
export const customerLanguageOf = (
  wanted: string | null | undefined,
  fallback: CustomerLanguage = 'en',
): CustomerLanguage => wantedLanguages(CUSTOMER_LANGUAGES, wanted)[0] ?? fallback

function textAt(catalogue: unknown, key: string): string | null {
  let place: unknown = catalogue
  for (const step of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return null
    place = (place as Record<string, unknown>)[step]
  }
  return typeof place === 'string' ? place : null
}
