import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './address.ts'

test('filters stand plainly in the address and come back as they were', () => {
  const filters = { survey: 'a b', segment: ['plan:Pro', 'size:small'], score: '9' }
  expect(writeSearch(filters)).toBe('?survey=a+b&segment=plan%3APro&segment=size%3Asmall&score=9')
  expect(readSearch(writeSearch(filters))).toEqual(filters)
})

test('what is empty leaves the address', () => {
  expect(writeSearch({ survey: undefined, from: '', segment: [] })).toBe('')
})
