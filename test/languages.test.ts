import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../src/platform/package-root.ts'

const folder = join(packageRoot, 'src/languages')
const files = readdirSync(folder).filter(name => name.endsWith('.json'))

function texts(place: unknown, path = ''): Map<string, string> {
  if (typeof place === 'string') return new Map([[path, place]])
  return new Map(
    Object.entries(place as object).flatMap(([key, value]) => [...texts(value, path ? `${path}.${key}` : key)]),
  )
}

const read = (name: string) => texts(JSON.parse(readFileSync(join(folder, name), 'utf8')))

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }>; children?: Part[] }

function placeholders(parts: Part[]): string[] {
  return parts.flatMap(part => [
    ...(part.type !== 0 && part.type !== 7 && part.value ? [part.value] : []),
    ...Object.values(part.options ?? {}).flatMap(option => placeholders(option.value)),
    ...placeholders(part.children ?? []),
  ])
}

const named = (text: string, language: string) =>
  [
    ...new Set(placeholders(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as Part[])),
  ].sort()

const english = read('en.json')

describe.each(files)('%s', name => {
  const own = read(name)
  const language = name.replace('.json', '')

  test('says nothing that English does not say', () => {
    expect([...own.keys()].filter(key => !english.has(key))).toEqual([])
  })

  test('uses the placeholders of the English sentence', () => {
    const wrong = [...own].filter(
      ([key, text]) => english.has(key) && named(text, language).join() !== named(english.get(key) ?? '', 'en').join(),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('leaves no text empty', () => {
    expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})

test.each(['de.json', 'fi.json'])('%s is complete', name => {
  const own = read(name)
  expect([...english.keys()].filter(key => !own.has(key))).toEqual([])
})
