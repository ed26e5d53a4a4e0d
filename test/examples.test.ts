import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agrees } from './agrees.ts'

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
