import { randomBytes } from 'node:crypto'
import { openToken, sealToken, tokenHash } from '../../platform/secrets/index.ts'

/** A page that is sent back sooner than this was not filled in by a person. */
export const YOUNGEST_MS = 800

const BINDING = 8
const TIME = 6
const RANDOM = 12

/** Proof that our page for this link was opened, and when: nothing is stored, and it is worth nothing for another link. */
export function issueNonce(secret: string, token: string, now: Date): string {
  const payload = Buffer.alloc(BINDING + TIME + RANDOM)
  tokenHash(token).copy(payload, 0, 0, BINDING)
  payload.writeUIntBE(now.getTime(), BINDING, TIME)
  randomBytes(RANDOM).copy(payload, BINDING + TIME)
  return sealToken(secret, 'page_nonce', payload)
}

/** How old a nonce is and the key that makes its answer recognisable; null when it is not ours or another link's. */
export function readNonce(
  secret: string,
  token: string,
  nonce: string,
  now: Date,
): { ageMs: number; key: string } | null {
  const payload = openToken(secret, 'page_nonce', nonce)
  if (payload?.length !== BINDING + TIME + RANDOM) return null
  if (!payload.subarray(0, BINDING).equals(tokenHash(token).subarray(0, BINDING))) return null
  return {
    ageMs: now.getTime() - payload.readUIntBE(BINDING, TIME),
    key: payload.subarray(BINDING + TIME).toString('base64url'),
  }
}
