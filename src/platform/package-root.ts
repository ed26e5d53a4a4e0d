import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('The folder of Echolot (with package.json and migrations) was not found.')
  return find(parent)
}

/** The folder that holds package.json, migrations and dist, from sources and from the built product alike. */
export const packageRoot: string = find(dirname(fileURLToPath(import.meta.url)))

const manifest: { version: string } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))

/** The version of the product. */
export const version: string = manifest.version
