import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { purposeKey } from './purpose-key.ts'

/** What a token in a link is for; a token of one purpose is worth nothing for another. */
export type TokenPurpose =
  | 'respond'
  | 'unsubscribe'
  | 'preview'
  | 'page_nonce'
  | 'opt_in'
  | 'preferences'
  | 'open_response'
  | 'identity'
  | 'sms_hook'
  | 'event_source'

const MAC_BYTES = 16
const TOKEN = /^[A-Za-z0-9_-]{22}$/

/** 128 random bits for a link. */
export const randomToken = (): string => randomBytes(MAC_BYTES).toString('base64url')

/** 128 bits that only this installation can make, the same each time for the same id: nothing readable has to be stored to mail a link again. */
export const derivedToken = (secret: string, purpose: TokenPurpose, id: string): string =>
  mac(secret, purpose, Buffer.from(id)).toString('base64url')

/** What the database keeps of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether this could be one of our 128-bit tokens at all. */
export const isToken = (token: string): boolean => TOKEN.test(token)

/** A token that carries `payload` openly and proves that we wrote it. */
export const sealToken = (secret: string, purpose: TokenPurpose, payload: Buffer): string =>
  Buffer.concat([payload, mac(secret, purpose, payload)]).toString('base64url')

/** The payload of a sealed token; null when it is not ours, of another purpose, or changed. */
export function openToken(secret: string, purpose: TokenPurpose, token: string, longest = 400): Buffer | null {
  if (token.length > longest || !/^[A-Za-z0-9_-]{22,}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  // A second spelling of the same bytes is refused, so that one token has one address.
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== token) return null
  const payload = bytes.subarray(0, -MAC_BYTES)
  return timingSafeEqual(bytes.subarray(-MAC_BYTES), mac(secret, purpose, payload)) ? payload : null
}

const mac = (secret: string, purpose: TokenPurpose, payload: Buffer): Buffer =>
  createHmac('sha256', purposeKey(secret, purpose)).update(payload).digest().subarray(0, MAC_BYTES)
