import { constants, gzipSync } from 'node:zlib'
import { type CustomerLanguage, say } from '../../languages/index.ts'
import { againPage, messagePage, PAGE_POLICY } from '../../respondent/index.ts'

/** A page on its way to the browser. */
export type PageReply = { status: number; html: string; retryAfter?: number }

// No Cross-Origin-Opener-Policy: it would cost a browser a new process before the first paint (decision 108).
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': PAGE_POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  Vary: 'Accept-Encoding',
}

const OVER_HTTPS = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }

/** Writes a page with the headers of all token pages; packed where the browser takes that. */
export function writePage(
  { status, html, retryAfter }: PageReply,
  browser: { accepts: string | undefined; overHttps: boolean },
): Response {
  const headers: Record<string, string> = { ...HEADERS, ...(browser.overHttps ? OVER_HTTPS : {}) }
  if (retryAfter) headers['Retry-After'] = String(retryAfter)
  if (!browser.accepts?.includes('gzip')) return new Response(html, { status, headers })
  headers['Content-Encoding'] = 'gzip'
  return new Response(gzipSync(html, { level: constants.Z_BEST_SPEED }), { status, headers })
}

/** One page for garbage, links of another purpose, and links of people who were erased: nobody learns which it was. */
export const unknownLink = (language: CustomerLanguage): PageReply => ({
  status: 404,
  html: messagePage(
    { language, company: '' },
    say(language, 'respondent.unknownTitle'),
    say(language, 'respondent.unknown'),
  ),
})

/** The page cannot be shown just now. */
export const away = (language: CustomerLanguage): PageReply => ({
  status: 503,
  retryAfter: 30,
  html: messagePage({ language, company: '' }, say(language, 'respondent.awayTitle'), say(language, 'respondent.away')),
})

/** A request that is no form of ours. */
export const unreadable = (language: CustomerLanguage): PageReply => ({
  status: 415,
  html: messagePage(
    { language, company: '' },
    say(language, 'respondent.formWrongTitle'),
    say(language, 'respondent.formWrong'),
  ),
})

/** A form larger than any text we take. */
export const tooLarge = (language: CustomerLanguage): PageReply => ({
  status: 413,
  html: messagePage(
    { language, company: '' },
    say(language, 'respondent.tooLargeTitle'),
    say(language, 'respondent.tooLarge'),
  ),
})

/** Nothing is known to be stored: the same form again, with everything in it. */
export const notStored = (language: CustomerLanguage, address: string, fields: [string, string][]): PageReply => ({
  status: 503,
  retryAfter: 3,
  html: againPage(
    { language },
    { address, fields, title: say(language, 'respondent.busyTitle'), text: say(language, 'respondent.busy') },
  ),
})
