export { addressKey, normaliseAddress } from './address-key.ts'
export { derivedToken, isToken, openToken, randomToken, sealToken, tokenHash } from './tokens.ts'
