import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { packageRoot } from '../../src/platform/package-root.ts'

const folder = join(packageRoot, '.cache/programs')
const made = new Map<string, Promise<string>>()

/** One file of a TypeScript program that a test starts again and again: it begins several times as fast as from its sources. */
export function bundled(entry: string): Promise<string> {
  const known = made.get(entry)
  if (known) return known
  const bundle = make(entry)
  made.set(entry, bundle)
  return bundle
}

async function make(entry: string): Promise<string> {
  const result = await build({
    root: packageRoot,
    configFile: false,
    logLevel: 'error',
    // Packages of many small modules are built in.
    ssr: { noExternal: ['hono', 'intl-messageformat', 'kysely', 'zod'] },
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      minify: false,
      rollupOptions: { input: entry, output: { codeSplitting: false } },
    },
  })
  const [part] = 'output' in result ? result.output : []
  if (!part || !('code' in part)) throw new Error(`nothing was made of ${entry}`)
  return kept(basename(entry, '.ts'), part.code)
}

/** Named by its content and put in place whole: several test files may need the same one at the same time. */
function kept(name: string, code: string): string {
  const file = join(folder, `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.mjs`)
  const half = `${file}.${randomBytes(4).toString('hex')}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(half, code)
  renameSync(half, file)
  return file
}
