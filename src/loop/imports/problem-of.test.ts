import { expect, test } from 'vitest'
import { Refusal } from '../../vocabulary/index.ts'
import { problemOf } from './problem-of.ts'

test.each(['57P01', '08006', 'ECONNREFUSED', 'ECONNRESET'])('a database that is away (%s) ends no import', code => {
  expect(problemOf(Object.assign(new Error('away'), { code }))).toBeNull()
})

test('a connection that breaks without a code ends no import', () => {
  expect(problemOf(new Error('Connection terminated unexpectedly'))).toBeNull()
})

test.each(['ENOSPC', '53100', 'ERR_WORKER_OUT_OF_MEMORY', '22P02'])('%s ends the import', code => {
  expect(problemOf(Object.assign(new Error('broken'), { code }))).toEqual({
    code: 'unexpected',
    facts: { problem: 'broken' },
  })
})

test('a mistake in the file is told by its sentence', () => {
  expect(problemOf(new Refusal('file_empty'))).toMatchObject({ code: 'file_empty' })
})
