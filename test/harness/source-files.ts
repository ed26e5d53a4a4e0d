import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '../../src/platform/package-root.ts'

export type SourceFile = { path: string; text: string; lines: number }

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path)
    return [path]
  })
}

/** Every file under `folder` (from the project's root) whose name ends in one of `endings`. */
export function filesUnder(folder: string, endings = ['.ts', '.tsx']): SourceFile[] {
  return walk(join(packageRoot, folder))
    .filter(path => endings.some(ending => path.endsWith(ending)))
    .map(path => {
      const text = readFileSync(path, 'utf8')
      return { path: relative(packageRoot, path), text, lines: text.split('\n').length - 1 }
    })
}

/** The hand-written sources of the product, without tests. */
export const productSources = (): SourceFile[] =>
  filesUnder('src').filter(file => !/\.(gen|test|fixture)\.tsx?$/.test(file.path) && !file.path.includes('/testing/'))
