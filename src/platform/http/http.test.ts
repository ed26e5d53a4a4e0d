import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'
import { networkOf } from './peer.ts'
import { redactedPath } from './request-log.ts'
import { tokenBucket } from './token-bucket.ts'

describe('the strict JSON reader', () => {
  test('gives back what JSON.parse gives for everything that a program writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), value => {
        const text = JSON.stringify(value)
        const read = parseJson(text)
        const isTrap = /-0(?![.\d])|\\ud[89a-f]|\\u0000|"(__proto__|constructor|prototype)":/i.test(text)
        expect('value' in read || isTrap).toBe(true)
        if ('value' in read) expect(read.value).toEqual(JSON.parse(text))
      }),
    )
  })

  test.each(['{"a":1,"\\u0061":2}', '{"a":{"b":1},"a":1}', '[{"x":1,"x":1}]'])('%s has a key twice', text => {
    expect(parseJson(text)).toHaveProperty('problem')
  })

  test('the same key in two objects is no key twice', () => {
    expect(parseJson('[{"a":"b:,{"},{"a":"\\"a\\":1"}]')).toEqual({ value: [{ a: 'b:,{' }, { a: '"a":1' }] })
  })

  test('a megabyte of brackets is refused, not walked into', () => {
    expect(parseJson(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toHaveProperty('problem')
  })
})

describe('limits', () => {
  test('a bucket lets its number through, then one for every interval', () => {
    let now = 0
    const draw = tokenBucket(60, () => now)
    const allowed = Array.from({ length: 70 }, () => draw('a').allowed).filter(Boolean)
    expect(allowed).toHaveLength(60)
    expect(draw('b').allowed).toBe(true)
    now += 999
    expect(draw('a')).toMatchObject({ allowed: false, secondsToNext: 1 })
    now += 1
    expect(draw('a').allowed).toBe(true)
  })

  test('an address of version 6 counts by its network', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:9:9:9:9'))
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8::ffff:2'))
    expect(networkOf('2001:0DB8:0:0::1')).toBe(networkOf('2001:db8::1'))
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'))
    expect(networkOf('::1')).toBe('0:0:0:0')
  })
})

test.each(['/r/abcDEF', '/u/abcDEF/more', '/ref/abcDEF'])('the log of %s holds no token', path => {
  expect(redactedPath(path)).not.toContain('abcDEF')
})
