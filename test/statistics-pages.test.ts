import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { drawings } from '../scripts/stats-drawings.ts'
import * as stats from '../src/stats/index.ts'
import { agrees } from './agrees.ts'

const folder = fileURLToPath(new URL('../docs/statistics', import.meta.url))
const pages = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

type Claim = (got: unknown, said: string) => void

const blocksOf = (text: string): string[] => [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? '')

/** Runs a block as a reader would; each line `expression // => value` becomes a claim that is checked. */
const run = (code: string, claim: Claim): void => {
  const body = code
    .replace(/^import \{ .* \} from 'echolot\/stats'$/gm, '')
    .replace(/^(.+?) \/\/ => (.+)$/gm, (_, source: string, said: string) => `claim(${source}, ${JSON.stringify(said)})`)
  new Function('claim', ...Object.keys(stats), `'use strict'\n${body}`)(claim, ...Object.values(stats))
}

const printed = (said: string): unknown => new Function(`return (${said})`)()

for (const { name, text } of pages)
  describe(`docs/statistics/${name}`, () => {
    const blocks = blocksOf(text)

    test('says of every example what it gives', () => {
      for (const code of blocks)
        run(code, (got, said) => {
          expect(agrees(got, printed(said)), `the page says ${said}, it gives ${JSON.stringify(got)}`).toBe(true)
        })
      expect(text.split(' // => ').length - 1).toBeGreaterThanOrEqual(blocks.length)
    })

    test('imports only what echolot/stats offers, and everything it uses', () => {
      for (const [, names = ''] of text.matchAll(/^import \{ (.*) \} from 'echolot\/stats'$/gm))
        for (const imported of names.split(', ')) {
          expect(Object.keys(stats)).toContain(imported)
          expect(text.split(imported).length, `${imported} is imported and not used`).toBeGreaterThan(2)
        }
    })

    test('links and pictures lead somewhere', () => {
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
        expect(existsSync(join(dirname(join(folder, name)), target)), target).toBe(true)
    })
  })

test('the drawings are those that the functions draw today', () => {
  for (const [name, svg] of Object.entries(drawings()))
    expect(readFileSync(join(folder, 'img', name), 'utf8'), `npx tsx scripts/stats-drawings.ts for ${name}`).toBe(svg)
})
