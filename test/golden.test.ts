import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fileContext } from '../src/cli/calc/context.ts'
import { runCase } from '../src/cli/calc/index.ts'

type GoldenCase = {
  id: string
  method: string
  input: { file?: string }
  expected: unknown
  tolerance: number
  source: string
}

const folder = fileURLToPath(new URL('./golden', import.meta.url))
// Real data is kept beside the checkout; without it the cases that read a file are skipped by name.
const dataFolder = fileURLToPath(new URL('../../shared', import.meta.url))

const filesIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.json'))
        .sort()
    : []

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** Where `got` differs from `expected`; extra keys are fine, null and absent are the same. */
const differences = (got: unknown, expected: unknown, tolerance: number, path = 'output'): string[] => {
  if (expected === null || expected === undefined) return (got ?? null) === null ? [] : [`${path}: ${got}, not null`]
  if (typeof expected === 'number') {
    const near = typeof got === 'number' && Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected))
    return near ? [] : [`${path}: ${JSON.stringify(got)}, expected ${expected}`]
  }
  if (Array.isArray(expected)) {
    const list = listOf(got)
    if (list.length !== expected.length) return [`${path}: ${list.length} entries, expected ${expected.length}`]
    return expected.flatMap((value, i) => differences(list[i], value, tolerance, `${path}[${i}]`))
  }
  if (typeof expected === 'object') {
    const record = (got ?? {}) as Record<string, unknown>
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(record[key], value, tolerance, `${path}.${key}`),
    )
  }
  return got === expected ? [] : [`${path}: ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`]
}

test('the reference cases are there', () => {
  expect(filesIn(folder).length).toBeGreaterThan(0)
})

for (const file of filesIn(folder)) {
  const cases = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as GoldenCase[]
  describe(`reference cases ${file}`, () => {
    for (const { id, method, input, expected, tolerance, source } of cases) {
      const needed = input.file
      const absent = needed !== undefined && !existsSync(`${dataFolder}/${needed}`)
      const name = absent ? `${id} ${method} (skipped: no ../shared/${needed})` : `${id} ${method}`
      test.skipIf(absent)(name, () => {
        const result = runCase({ id, method, input }, fileContext(dataFolder))
        expect('error' in result ? result.error : '').toBe('')
        expect('output' in result ? differences(result.output, expected, tolerance) : [], source).toEqual([])
      })
    }
  })
}
