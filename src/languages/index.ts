import { IntlMessageFormat } from 'intl-messageformat'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }

/** The languages of the product; English is complete, others fall back to it. */
export const LANGUAGES = ['en', 'de', 'fi'] as const
export type Language = (typeof LANGUAGES)[number]

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]

/** The address of a text: `section.name`. */
export type WordKey = Paths<typeof en>
export type Values = Record<string, string | number | boolean | Date | null | undefined>

const catalogues: Record<Language, unknown> = { en, de, fi }
const formats = new Map<string, IntlMessageFormat>()

/** The text at `key` in `language` with its placeholders filled (ICU MessageFormat). */
export function say(language: Language, key: WordKey, values?: Values): string {
  const id = `${language}:${key}`
  let format = formats.get(id)
  if (!format) {
    const own = textAt(catalogues[language], key)
    format = new IntlMessageFormat(own ?? textAt(en, key) ?? key, own ? language : 'en', undefined, { ignoreTag: true })
    formats.set(id, format)
  }
  return String(format.format(values))
}

/** A speaker for one language: `const t = speak('fi'); t('pulse.title')`. */
export const speak =
  (language: Language) =>
  (key: WordKey, values?: Values): string =>
    say(language, key, values)
export type Speak = ReturnType<typeof speak>

/** Whether there is a text at `key`, for keys that come from codes. */
export const isWordKey = (key: string): key is WordKey => textAt(en, key) !== null

/** The first language we have among what a person or browser asks for ("fi-FI, de;q=0.8"). */
export function languageOf(wanted: string | null | undefined, fallback: Language = 'en'): Language {
  for (const part of (wanted ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    const found = LANGUAGES.find(language => language === code)
    if (found) return found
  }
  return fallback
}

function textAt(catalogue: unknown, key: string): string | null {
  let place: unknown = catalogue
  for (const step of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return null
    place = (place as Record<string, unknown>)[step]
  }
  return typeof place === 'string' ? place : null
}
