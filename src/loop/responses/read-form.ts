import type { CustomerLanguage } from '../../languages/index.ts'
import { fieldOf } from '../../respondent/index.ts'
import { readScore } from '../../stats/index.ts'
import { PASSIVE_REASONS, type PassiveReason } from '../../vocabulary/index.ts'
import { isLanguage } from './page-language.ts'

/** What a page sent; `repeated` names a field that came twice, so that nobody guesses which was meant. */
export type SentForm = {
  nonce: string
  score: number | null
  rating: number | null
  language: CustomerLanguage | null
  switchTo: CustomerLanguage | null
  seen: string
  comment: string
  reason: PassiveReason | null
  repeated: boolean
  /** The questions after the first that stood on the page. */
  asked: string[]
  /** What a question's field held, as it was sent. */
  fieldsOf: (questionId: string) => string[]
  /** Everything, as a page can carry it on. */
  all: [string, string][]
}

const SINGLE = ['nonce', 'score', 'rating', 'language', 'reason', 'comment'] as const
const MOST_QUESTIONS = 20

/** Whether a request carries a form as browsers send it. */
export const isForm = (type: string | undefined): boolean =>
  (type ?? '').split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'

/** Reads a form's text; whatever is not exactly right is absent. */
export function readForm(text: string): SentForm {
  const fields = new URLSearchParams(text)
  const reason = PASSIVE_REASONS.find(code => code === fields.get('reason')) ?? null
  return {
    nonce: fields.get('nonce') ?? '',
    score: exactScore(fields.get('score')),
    rating: exactScore(fields.get('rating')),
    language: languageIn(fields.get('language')),
    switchTo: languageIn(fields.get('switch')),
    seen: fields.get('seen') ?? '',
    comment: fields.get('comment') ?? '',
    reason,
    repeated: SINGLE.some(name => fields.getAll(name).length > 1),
    asked: fields.getAll('asked').slice(0, MOST_QUESTIONS),
    fieldsOf: questionId => fields.getAll(fieldOf(questionId)),
    all: [...fields].filter(([name, value]) => value !== '' && name !== 'switch'),
  }
}

/** The number in a link or form: digits only, no sign, no space, no leading zero, at most 10. */
export function exactScore(text: string | null | undefined): number | null {
  if (!/^\d{1,2}$/.test(text ?? '') || /^0\d/.test(text ?? '')) return null
  const read = readScore(text)
  return 'score' in read ? read.score : null
}

const languageIn = (text: string | null): CustomerLanguage | null => (text && isLanguage(text) ? text : null)
