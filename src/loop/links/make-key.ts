import { randomInt } from 'node:crypto'

// Without 0, 1, i, l and o: what is read from paper and typed in is not mistaken.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 10

/** A key of an open link: about 50 random bits; it opens a question, nothing else. */
export const makeKey = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** A key as somebody typed it: capitals, spaces and hyphens do not matter; null where it is none. */
export function readKey(typed: string): string | null {
  const key = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  return /^[a-z2-9]{10}$/.test(key) ? key : null
}

/** A key as paper shows it: abcde-fghjk. */
export const writtenKey = (key: string): string => `${key.slice(0, 5)}-${key.slice(5)}`
