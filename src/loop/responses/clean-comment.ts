import { COMMENT_LIMIT } from '../../vocabulary/index.ts'

// Control characters but tab and line feed; line and paragraph separators; tags and byte order marks that hide text.
const CONTROLS = /[\p{Cc}\u2028\u2029\uFEFF\u{E0000}-\u{E007F}]/gu
const LONE_SURROGATES = /\p{Cs}/gu
const MARKS_IN_A_ROW = /(\p{M}{8})\p{M}+/gu

/** What is kept of a text: NFC, without control characters, no towers of marks, at most 5,000 code points; null when nothing is left. */
export function cleanComment(text: string | null | undefined): { text: string | null; shortened: boolean } {
  const plain = (text ?? '')
    .replaceAll(LONE_SURROGATES, '\uFFFD')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROLS, sign => (sign === '\n' || sign === '\t' ? sign : ''))
    // Only now: what stood between a letter and its mark is gone.
    .normalize('NFC')
    .replaceAll(MARKS_IN_A_ROW, '$1')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  if (plain === '') return { text: null, shortened: false }
  const points = Array.from(plain)
  if (points.length <= COMMENT_LIMIT) return { text: plain, shortened: false }
  return { text: points.slice(0, COMMENT_LIMIT).join(''), shortened: true }
}
