import { hkdfSync } from 'node:crypto'

const keys = new Map<string, Buffer>()

/** A key of 32 bytes for one purpose (HKDF-SHA256), so that what is made for one purpose is worth nothing for another. */
export function purposeKey(secret: string, purpose: string): Buffer {
  const id = `${purpose}\0${secret}`
  let key = keys.get(id)
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', secret, 'echolot', purpose, 32))
    keys.set(id, key)
  }
  return key
}
