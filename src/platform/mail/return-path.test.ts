import { describe, expect, test } from 'vitest'
import { fromBase32, toBase32 } from './base32.ts'
import { readReturnPath, taggedReturnPath } from './return-path.ts'

const secret = 'a secret of at least thirty-two bytes'
const owner = '0a1b2c3d-1111-4222-8333-444455556666'
const message = 'f0e1d2c3-aaaa-4bbb-8ccc-ddddeeeeffff'

describe('the return path of a message', () => {
  const path = taggedReturnPath(secret, 'bounces@mail.nordwind.example', owner, message)

  test('carries its message, also through a server that changes upper and lower case', () => {
    expect(path).toMatch(/^bounces\+[a-z2-7]{48}@mail\.nordwind\.example$/)
    const found = { ownerPrefix: '0a1b2c3d', messageId: message }
    expect(readReturnPath(secret, path)).toEqual(found)
    expect(readReturnPath(secret, path.toUpperCase())).toEqual(found)
  })

  test('is worth nothing after any change, without a tag, or with the secret of somebody else', () => {
    expect(readReturnPath(`${secret}!`, path)).toBeNull()
    expect(readReturnPath(secret, 'bounces@mail.nordwind.example')).toBeNull()
    for (let at = 8; at < 56; at++) {
      const changed = `${path.slice(0, at)}${path[at] === 'a' ? 'b' : 'a'}${path.slice(at + 1)}`
      expect(readReturnPath(secret, changed), `letter ${at}`).toBeNull()
    }
  })
})

test('base32 gives back every length and refuses what is none', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 37 + length) % 256))
    expect(fromBase32(toBase32(bytes))).toEqual(bytes)
  }
  expect(fromBase32('a1')).toBeNull()
  expect(fromBase32('ab')).toBeNull()
})
