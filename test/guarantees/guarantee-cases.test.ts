import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/platform/package-root.ts'

const page = readFileSync(join(packageRoot, 'docs/guarantee-cases.md'), 'utf8')
const rows = page
  .split('\n')
  .filter(line => /^\| [LCMS]\d/.test(line))
  .map(line => {
    const [, name = '', , proof = '', , long = ''] = line.split('|').map(cell => cell.trim())
    return { name, files: [...proof.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''), long }
  })

const folder = join(packageRoot, 'test/guarantees')
const runnable = readdirSync(folder).filter(name => /^[a-z].*(?<!\.test|-process)\.ts$/.test(name))

test('every case that is promised has its row, once', () => {
  const upTo = (letter: string, numbers: number[]) => numbers.map(n => `${letter}${n}`)
  const promised = [
    ...upTo('L', [1, 2, 6]),
    ...upTo('C', [1, 2, 4, 8, 9, 10, 11]),
    ...upTo('M', [1, 2, 3, 4, 5, 6, 7]),
    ...upTo('S', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
  ]
  expect(rows.map(row => row.name)).toEqual(promised)
})

test('every row names a proof that is there', () => {
  for (const { name, files } of rows) expect(files, name).not.toEqual([])
  const missing = rows.flatMap(({ files }) => files).filter(file => !existsSync(join(packageRoot, file)))
  expect(missing).toEqual([])
})

test('every guarantee with a long form proves a case, and its row says how to run it', () => {
  for (const file of runnable) {
    const row = rows.find(({ files }) => files.includes(`test/guarantees/${file}`))
    expect(row?.name, file).toBeDefined()
    const anyLong = rows.map(({ long }) => long).join(' ')
    expect(anyLong, file).toContain(`\`${file.replace('.ts', '')}\``)
  }
})
