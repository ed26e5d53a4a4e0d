import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Example = { source: string; expected: string; from: string }

const root = new URL('../src/stats', import.meta.url).pathname

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .sort()

const examplesOf = (text: string, from: string): Example[] =>
  [...text.matchAll(/\* @example (.+?) \/\/ => (.+)$/gm)].map(([, source, expected]) => ({
    source: source ?? '',
    expected: (expected ?? '').replace(/ ?\*\/$/, ''),
    from,
  }))

// A number in an example is right when it agrees in the digits that are printed, or in twelve.
const agrees = (got: unknown, expected: unknown): boolean => {
  if (typeof expected === 'number' && typeof got === 'number') {
    if (Object.is(got, expected)) return true
    const [mantissa = '', exponent = '0'] = String(expected).split('e')
    const decimals = (mantissa.split('.')[1] ?? '').length
    return Math.abs(got - expected) <= Math.max(1e-12 * Math.abs(expected), 1.01 * 10 ** (Number(exponent) - decimals))
  }
  if (expected === null || typeof expected !== 'object' || typeof got !== 'object' || got === null)
    return got === expected
  const keys = Object.keys(expected)
  return (
    keys.length === Object.keys(got).length &&
    keys.every(key => agrees((got as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]))
  )
}

// An example may call what stands in another file of stats, as a reader would.
const everything = async (): Promise<Record<string, unknown>> =>
  Object.assign({}, ...(await Promise.all(files.map(file => import(join(root, file))))))

const evaluate = (source: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `'use strict'; return (${source})`)(...Object.values(scope))

for (const file of files) {
  const examples = examplesOf(readFileSync(join(root, file), 'utf8'), file)
  if (examples.length === 0) continue
  test(`the examples of stats/${file} are true`, async () => {
    const scope = { ...(await everything()), ...(await import(join(root, file))) }
    for (const { source, expected } of examples) {
      const got = evaluate(source, scope)
      const said = `${source} gives ${JSON.stringify(got)}, the example says ${expected}`
      expect(agrees(got, evaluate(expected, {})), said).toBe(true)
    }
  })
}
