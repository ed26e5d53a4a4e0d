import { type CustomerLanguage, say } from '../../../languages/index.ts'
import { type Frame, fillIn } from '../../../respondent/index.ts'
import type { Wording, Wordings } from '../../../vocabulary/index.ts'
import { changeableUntil, type Given } from '../change-answer.ts'
import { languagesOf } from '../page-language.ts'
import type { Asked } from '../queries/invitations.ts'

/** A person's link with everything needed to draw its pages. */
export type Visit = {
  asked: Asked
  wordings: Wordings
  language: CustomerLanguage
  address: string
  stopAddress: string | null
}

/** The frame of a page; `at` is the part below the person's address that shows the page again. */
export const frameOf = ({ asked, wordings, language, address, stopAddress }: Visit, at = ''): Frame => ({
  language,
  languages: languagesOf(wordings),
  company: asked.company,
  address,
  stopAddress,
  at: `${address}${at}${at.includes('?') ? '&' : '?'}language=${language}`,
})

/** The survey's words in the page's language. */
export const wordingIn = ({ wordings, language }: Pick<Visit, 'wordings' | 'language'>): Wording => {
  const wording = wordings.texts[language] ?? wordings.texts[wordings.language]
  if (!wording) throw new Error('a survey has no text in its first language')
  return wording
}

/** A text of the survey with company and first name filled in. */
export const filled = ({ asked }: Visit, text: string): string =>
  fillIn(text, { company: asked.company, first_name: asked.personName?.trim().split(/\s+/)[0] ?? '' })

const QUARTER_MS = 900_000
const MOST_DAYS = 2000
const days = new Map<string, string>()

/** A day as the language writes it, where the workspace is; kept, because writing one is slow. No zone turns the day within a quarter of an hour. */
export function day({ asked, language }: Visit, date: Date): string {
  const key = `${language} ${asked.timeZone} ${Math.floor(date.getTime() / QUARTER_MS)}`
  const known = days.get(key)
  if (known) return known
  const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: asked.timeZone }).format(date)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(key, written)
  return written
}

/** What the first question got, where it was a number. */
export const numberOf = ({ score, rating }: Pick<Given, 'score' | 'rating'>): number | null => score ?? rating

/** The sentence that says until when an answer may be changed. */
export const promiseOf = (visit: Visit, given: Given): string =>
  say(visit.language, 'respondent.changeable', { date: day(visit, changeableUntil(given.answeredAt)) })
