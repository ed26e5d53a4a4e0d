import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileContext } from '../src/cli/calc/context.ts'
import { runCase } from '../src/cli/calc/index.ts'

type Case = { id: string; method: string; input: { file?: string }; expected: unknown; tolerance: number }

const here = new URL('./golden', import.meta.url).pathname
const ownData = join(here, 'data')
// Data whose licence does not let it travel with the product is looked for beside the checkout.
const sharedData = new URL('../../shared/data', import.meta.url).pathname

const dataFor = (file: string): string | null =>
  [ownData, sharedData].find(folder => existsSync(join(folder, file.replace(/^data\//, '')))) ?? null

const suites = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => join(folder, name))

// Where got differs from expected, in words; keys beyond the expected ones are welcome.
const differences = (got: unknown, expected: unknown, tolerance: number, path = 'output'): string[] => {
  if (typeof expected === 'number' && typeof got === 'number') {
    const near = Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected))
    return near ? [] : [`${path} is ${got}, expected ${expected}`]
  }
  if (expected === null || typeof expected !== 'object')
    return got === expected ? [] : [`${path} is ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`]
  if (got === null || typeof got !== 'object') return [`${path} is ${JSON.stringify(got)}`]
  if (Array.isArray(expected) && (!Array.isArray(got) || got.length !== expected.length))
    return [`${path} has another length than the ${expected.length} expected`]
  return Object.entries(expected).flatMap(([key, value]) =>
    differences((got as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`),
  )
}

for (const suite of [...suites(here), ...suites(join(here, 'own'))]) {
  describe(suite.slice(here.length + 1), () => {
    for (const one of JSON.parse(readFileSync(suite, 'utf8')) as Case[]) {
      const { file } = one.input
      const dataDir = file === undefined ? null : dataFor(file)
      const name = `${one.id} ${one.method}`
      if (file !== undefined && dataDir === null) {
        test.skip(`${name}: ${file} is not here, its licence keeps it out of this repository`)
        continue
      }
      test(name, () => {
        const result = runCase(one, fileContext(dataDir ?? undefined))
        expect('error' in result ? result.error : null).toBeNull()
        expect(differences('output' in result ? result.output : null, one.expected, one.tolerance)).toEqual([])
      })
    }
  })
}
