import { describe, expect, test } from 'vitest'
import {
  addressKey,
  derivedToken,
  isToken,
  normaliseAddress,
  openSecret,
  openToken,
  randomToken,
  sealSecret,
  sealToken,
  tokenHash,
} from './index.ts'

const secret = 'a secret of at least thirty-two bytes'

describe('address keys', () => {
  test('two spellings of one mail address have one key', () => {
    expect(addressKey(secret, 'email', ' Anna@Bücher.example ')).toEqual(
      addressKey(secret, 'email', 'anna@xn--bcher-kva.example'),
    )
  })
  test('another channel, address or installation has another key', () => {
    const key = addressKey(secret, 'email', 'a@example.com')
    expect(addressKey(secret, 'sms', 'a@example.com')).not.toEqual(key)
    expect(addressKey(secret, 'email', 'b@example.com')).not.toEqual(key)
    expect(addressKey(`${secret}!`, 'email', 'a@example.com')).not.toEqual(key)
  })
  test('phone numbers lose their decoration', () => {
    expect(normaliseAddress('sms', '0049 (171) 123-45')).toBe('+4917112345')
  })
})

describe('tokens', () => {
  test('a token has 128 bits and its hash 256', () => {
    expect(isToken(randomToken())).toBe(true)
    expect(isToken('abc')).toBe(false)
    expect(tokenHash(randomToken())).toHaveLength(32)
  })
  test('a derived token is the same for the same id and purpose only', () => {
    const token = derivedToken(secret, 'respond', 'i1')
    expect(derivedToken(secret, 'respond', 'i1')).toBe(token)
    expect(derivedToken(secret, 'unsubscribe', 'i1')).not.toBe(token)
    expect(derivedToken(secret, 'respond', 'i2')).not.toBe(token)
  })
  test('a sealed token opens for its purpose alone and never after a change', () => {
    const token = sealToken(secret, 'unsubscribe', Buffer.from('payload'))
    expect(openToken(secret, 'unsubscribe', token)?.toString()).toBe('payload')
    expect(openToken(secret, 'respond', token)).toBeNull()
    for (let i = 0; i < token.length; i++) {
      const other = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`
      expect(openToken(secret, 'unsubscribe', other)).toBeNull()
    }
    expect(openToken(secret, 'unsubscribe', '')).toBeNull()
  })
})

describe('sealed secrets', () => {
  const sealed = sealSecret(secret, 'mail_hooks/w1', 'key-123')
  test('open in their place alone, and are not to be read without the secret', () => {
    expect(openSecret(secret, 'mail_hooks/w1', sealed)).toBe('key-123')
    expect(openSecret(secret, 'mail_hooks/w2', sealed)).toBeNull()
    expect(openSecret(`${secret}!`, 'mail_hooks/w1', sealed)).toBeNull()
    expect(sealed.includes('key-123')).toBe(false)
    expect(sealSecret(secret, 'mail_hooks/w1', 'key-123')).not.toEqual(sealed)
  })
  test('do not open after any change', () => {
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(openSecret(secret, 'mail_hooks/w1', changed)).toBeNull()
    }
    expect(openSecret(secret, 'mail_hooks/w1', Buffer.alloc(3))).toBeNull()
  })
})
