import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { FLOORS, STATIONS } from '../scripts/floors.mjs'
import { packageRoot } from '../src/platform/package-root.ts'
import { filesUnder, productSources, type SourceFile } from './harness/source-files.ts'

const sources = productSources()
const REFUSED = /(^|\/)(utils?|helpers?|lib|common|misc|services?|manager|core|data|info)(\/|\.tsx?$)/
const MOST_LINES = 250
const MOST_LINES_OF_A_FUNCTION = 40
const MOST_LINES_OF_A_COMPONENT = 120
const MOST_PROPS = 8
const MOST_NAMES_OF_A_DOOR = 12

type Found = { name: string; lines: number; props: number }

function functionsIn(file: SourceFile): Found[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line
      found.push({ name: nameOf(node), lines: line(node.getEnd()) - line(node.getStart()) + 1, props: propsOf(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function namesGivenOut(file: SourceFile): string[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  return tree.statements.flatMap(statement => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement
      return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(one => one.name.text) : ['*']
    }
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(isExport)) return []
    return ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(one => one.name.getText())
      : [statement.getText().slice(0, 40)]
  })
}

const isExport = (modifier: ts.Modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text
  const parent = node.parent
  return parent && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : '(inline)'
}

function propsOf(node: ts.SignatureDeclaration): number {
  const first = node.parameters[0]
  return first && ts.isObjectBindingPattern(first.name) ? first.name.elements.length : 0
}

const isComponent = (file: SourceFile, name: string) => file.path.endsWith('.tsx') && /^[A-Z]/.test(name)

describe('sizes', () => {
  test('no file is longer than 250 lines', () => {
    expect(
      sources
        .filter(file => file.lines > MOST_LINES)
        .map(file => `${file.path}: ${file.lines} lines, split it by what it does`),
    ).toEqual([])
  })

  test('half of the files have at most 60 lines', () => {
    const sorted = sources.map(file => file.lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
  })

  test('no function is longer than 40 lines, no component longer than 120', () => {
    const long = sources.flatMap(file =>
      functionsIn(file)
        .filter(
          found => found.lines > (file.path.endsWith('.tsx') ? MOST_LINES_OF_A_COMPONENT : MOST_LINES_OF_A_FUNCTION),
        )
        .map(found => `${file.path}: ${found.name} has ${found.lines} lines`),
    )
    expect(long).toEqual([])
  })

  test('no component takes more than 8 props', () => {
    const wide = sources.flatMap(file =>
      functionsIn(file)
        .filter(found => isComponent(file, found.name) && found.props > MOST_PROPS)
        .map(found => `${file.path}: ${found.name} has ${found.props} props, pass the noun instead of its fields`),
    )
    expect(wide).toEqual([])
  })
})

describe('doors', () => {
  test('no station gives out more than 12 names', () => {
    const wide = sources.flatMap(file => {
      if (!/^src\/loop\/[a-z]+\/index\.ts$/.test(file.path)) return []
      const names = namesGivenOut(file).length
      return names > MOST_NAMES_OF_A_DOOR ? [`${file.path}: ${names} names, group what belongs together`] : []
    })
    expect(wide).toEqual([])
  })
})

describe('names', () => {
  test('no file or folder has a name that says nothing', () => {
    expect(sources.filter(file => REFUSED.test(file.path)).map(file => file.path)).toEqual([])
  })

  test('files are kebab-case', () => {
    const wrong = sources.filter(file => !/^[a-z0-9.-]+$/.test(file.path.split('/').at(-1) ?? ''))
    expect(wrong.map(file => file.path)).toEqual([])
  })

  test('the thresholds of promoter and detractor stand in one file', () => {
    const elsewhere = sources.filter(
      file =>
        file.path !== 'src/stats/score.ts' &&
        /score\s*(>=\s*9|>\s*8|<=\s*6|<\s*7)\b/.test(file.text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')),
    )
    expect(elsewhere.map(file => `${file.path}: ask categoryOf instead`)).toEqual([])
  })

  test('platform knows no word of NPS', () => {
    const words = /\b(nps|promoter|passive|detractor|survey|respondent)s?\b/i
    const knowing = filesUnder('src/platform').filter(
      file => !/\.(gen|test)\.ts$/.test(file.path) && words.test(file.text),
    )
    expect(knowing.map(file => `${file.path}: says ${words.exec(file.text)?.[0]}`)).toEqual([])
  })

  test('no exception to types or lint stands without its reason', () => {
    const bare = sources.flatMap(file =>
      file.text
        .split('\n')
        .flatMap((line, index) =>
          /@ts-ignore|@ts-expect-error|biome-ignore(?! .*: \S)|^[^'`*/]*(: any\b|as any\b)/.test(line)
            ? [`${file.path}:${index + 1}`]
            : [],
        ),
    )
    expect(bare).toEqual([])
  })
})

describe('the map', () => {
  const map = readFileSync(join(packageRoot, 'ARCHITECTURE.md'), 'utf8')

  test('ARCHITECTURE.md is at most 150 lines', () => {
    expect(map.split('\n').length).toBeLessThanOrEqual(150)
  })

  test('every room on the map is in the tree, and every room in the tree is on the map', () => {
    const rooms = new Set(sources.map(file => file.path.split('/')[1] ?? '').filter(name => !name.endsWith('.ts')))
    const onMap = new Set(
      [...map.matchAll(/^ {4}├── ([a-z]+)\/|^ {4}└── ([a-z]+)\//gm)].map(match => match[1] ?? match[2] ?? ''),
    )
    expect([...rooms].sort()).toEqual([...onMap].sort())
  })

  test('every room has its floor', () => {
    const rooms = new Set(sources.map(file => file.path.split('/')[1] ?? '').filter(name => !name.endsWith('.ts')))
    expect([...rooms].filter(room => room !== 'cli' && !(room in FLOORS))).toEqual([])
  })

  test('every station is in the order of the loop', () => {
    const stations = new Set(
      filesUnder('src/loop').flatMap(file => file.path.match(/^src\/loop\/([a-z-]+)\//)?.[1] ?? []),
    )
    expect([...stations].filter(station => !(STATIONS as string[]).includes(station))).toEqual([])
  })
})

test('the lock file names no download address', () => {
  expect(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/)
})
