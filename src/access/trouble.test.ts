import { expect, test } from 'vitest'
import { refusalOf } from './trouble.ts'

test('a house without a free connection is busy, not broken', () => {
  expect(refusalOf(new Error('timeout exceeded when trying to connect')).code).toBe('too_busy')
  expect(refusalOf(Object.assign(new Error('too slow'), { code: '57014' })).code).toBe('too_busy')
  expect(refusalOf(new TypeError('of our own')).code).toBe('unexpected')
})
