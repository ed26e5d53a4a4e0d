import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cursorOf, PageQuery, readCursor } from './page.ts'

test('a cursor carries names in any script, in signs that an address takes as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), { minLength: 1 }), values => {
      const cursor = cursorOf(values)
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(readCursor(cursor)).toEqual(values)
    }),
  )
})

test('the longest name fits into a cursor', () => {
  const cursor = cursorOf(['Ł'.repeat(200), '019e0c5e-0000-7000-8000-000000000000'])
  expect(PageQuery.parse({ cursor }).cursor).toBe(cursor)
})

test.each(['x', '%%', btoa('{"a":1}'), btoa('[]'), btoa('[null]')])('%s is no cursor of ours', cursor => {
  expect(() => readCursor(cursor)).toThrow('query_invalid')
})
