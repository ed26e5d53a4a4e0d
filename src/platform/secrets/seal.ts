import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { purposeKey } from './purpose-key.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts what must be read again but never stand readable in the database or a backup (AES-256-GCM); `place` is table and row: elsewhere it does not open. */
export function sealSecret(secret: string, place: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', purposeKey(secret, 'sealed'), nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()])
}

/** What was sealed for this place; null when it was changed, moved, or sealed with another secret. */
export function openSecret(secret: string, place: string, sealed: Buffer): string | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', purposeKey(secret, 'sealed'), sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
