export { addressKey, normaliseAddress } from './address-key.ts'
export { openSecret, sealSecret } from './seal.ts'
export { derivedToken, isToken, openToken, randomToken, sealToken, tokenHash } from './tokens.ts'
