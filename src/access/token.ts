import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a session or a one-time link. */
export const freshToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
