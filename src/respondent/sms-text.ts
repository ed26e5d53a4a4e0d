import { fillIn } from './fill-in.ts'

/** Everything that a text is made of. */
export type SurveyText = {
  company: string
  name: string | null
  /** Words of the survey, with `{{company}}` and `{{first_name}}`. */
  words: string
  /** The person's survey page: /r/<token>. */
  link: string
  /** How to end it, in the person's language. */
  stop: string
}

/** The text that asks: words, link, and how to end it; nothing in it but signs. */
export function surveyText({ company, name, words, link, stop }: SurveyText): string {
  const filled = fillIn(words, { company, first_name: name?.trim().split(/\s+/)[0] ?? '' })
  return `${oneLine(filled)} ${link}\n${stop}`
}

const UNFIT = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu

const oneLine = (text: string): string => text.replaceAll(UNFIT, ' ').replaceAll(/ {2,}/g, ' ').trim()
