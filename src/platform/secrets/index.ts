export { addressKey, normaliseAddress } from './address-key.ts'
export { derivedToken, isToken, openToken, randomToken, sealToken, type TokenPurpose, tokenHash } from './tokens.ts'
