// `npm run check` → "bundles keep their size": what a browser downloads, measured minified and compressed.
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { browserScript } from './browser-script.mjs'

/**
 * One line per budget. `entry` is the source of a module that is bundled for the browser; or give `measure`, an async
 * function that returns the text (or bytes) that goes over the wire. `kilobytes` is the gzip budget, 1 kB = 1,000 bytes.
 */
export const budgets = [
  { name: 'widget, without its texts', measure: () => browserScript('src/respondent/widget/main.ts'), kilobytes: 5 },
  { name: 'echolot/stats, all of it', entry: `export * from './src/stats/index.ts'`, kilobytes: 40 },
  { name: 'nps with its interval', entry: `export { nps, npsInterval } from './src/stats/index.ts'`, kilobytes: 2 },
  { name: 'kaplanMeier alone', entry: `export { kaplanMeier } from './src/stats/index.ts'`, kilobytes: 3 },
]

const entryId = 'virtual:entry.ts'

/** Bundles the source of a module for the browser, in memory. */
export async function bundle(source) {
  const inMemory = {
    name: 'entry-in-memory',
    resolveId: (id, importer) => {
      if (id === entryId) return id
      return importer === entryId && id.startsWith('.') ? new URL(`../${id}`, import.meta.url).pathname : undefined
    },
    load: id => (id === entryId ? source : undefined),
  }
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [inMemory],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: entryId, preserveEntrySignatures: 'strict', output: { format: 'es' } },
    },
  })
  return made.output.map(part => part.code ?? part.source).join('')
}

async function check({ name, entry, measure, kilobytes }) {
  const text = await (entry ? bundle(entry) : measure())
  const [gzip, brotli] = [gzipSync(text, { level: 9 }).length, brotliCompressSync(text).length]
  const good = gzip > 0 && gzip <= kilobytes * 1000
  const sizes = `${(gzip / 1000).toFixed(2)} kB gzip (${(brotli / 1000).toFixed(2)} brotli), budget ${kilobytes} kB`
  console.log(
    `${good ? '✓' : '✗'} ${name}: ${sizes}${good ? '' : ' – find what grew, or argue for more in the budget table'}`,
  )
  return good
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = []
  for (const budget of budgets) results.push(await check(budget))
  process.exit(results.every(Boolean) ? 0 : 1)
}
