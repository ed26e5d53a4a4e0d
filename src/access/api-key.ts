import { randomInt, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { hashOf } from './token.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const KEY = /^echolot_([0-9A-Za-z]{10})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

const randomDigits = (count: number) => Array.from({ length: count }, () => DIGITS[randomInt(62)]).join('')

/** Six digits that show a mistyped or invented key without asking the database. */
function checkDigits(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let i = 0; i < 6; i += 1) {
    digits = (DIGITS[rest % 62] ?? '0') + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}

/** A new key: `text` is shown once, `hash` is kept. */
export function freshApiKey(): { apiKeyId: string; text: string; hash: Buffer } {
  const apiKeyId = randomDigits(10)
  const secret = randomDigits(32)
  return { apiKeyId, text: `echolot_${apiKeyId}_${secret}${checkDigits(apiKeyId + secret)}`, hash: hashOf(secret) }
}

/** The parts of a key as it was sent; null where it cannot be one of ours. */
export function readApiKey(text: string): { apiKeyId: string; secret: string } | null {
  const [, apiKeyId = '', secret = '', check = ''] = KEY.exec(text) ?? []
  return check !== '' && checkDigits(apiKeyId + secret) === check ? { apiKeyId, secret } : null
}

/** Whether the secret is the one that was kept, in constant time. */
export const isSecretOf = (kept: Uint8Array, secret: string): boolean => timingSafeEqual(kept, hashOf(secret))
