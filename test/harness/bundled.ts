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
  const name = `${basename(entry, '.ts')}-${process.pid}.mjs`
  await build({
    root: packageRoot,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['hono', 'intl-messageformat', 'kysely', 'zod'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { input: entry, output: { entryFileNames: name, codeSplitting: false } },
    },
  })
  return join(folder, name)
}
