import type { CustomerLanguage } from '../../languages/index.ts'
import { readScore } from '../../stats/index.ts'
import { PASSIVE_REASONS, type PassiveReason } from '../../vocabulary/index.ts'
import { isLanguage } from './page-language.ts'

/** What a page sent; `repeated` names a field that came twice, so that nobody guesses which was meant. */
export type SentForm = {
  nonce: string
  score: number | null
  language: CustomerLanguage | null
  switchTo: CustomerLanguage | null
  seen: string
  comment: string
  reason: PassiveReason | null
  repeated: boolean
}

const SINGLE = ['nonce', 'score', 'language', 'reason', 'comment'] as const

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
    language: languageIn(fields.get('language')),
    switchTo: languageIn(fields.get('switch')),
    seen: fields.get('seen') ?? '',
    comment: fields.get('comment') ?? '',
    reason,
    repeated: SINGLE.some(name => fields.getAll(name).length > 1),
  }
}

/** The score in a link or form: digits only, no sign, no space, no leading zero. */
export function exactScore(text: string | null | undefined): number | null {
  if (!/^\d{1,2}$/.test(text ?? '') || /^0\d/.test(text ?? '')) return null
  const read = readScore(text)
  return 'score' in read ? read.score : null
}

const languageIn = (text: string | null): CustomerLanguage | null => (text && isLanguage(text) ? text : null)

/** The fields of a form as a page can carry them on. */
export function fieldsOf(form: SentForm): Record<string, string> {
  const { nonce, score, language, seen, comment, reason } = form
  const fields = {
    nonce,
    score: score === null ? '' : String(score),
    language: language ?? '',
    seen,
    comment,
    reason: reason ?? '',
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
