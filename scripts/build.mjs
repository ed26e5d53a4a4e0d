// Builds the product into dist/: the server and the command line, the dashboard, and echolot/stats with its types.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { browserScript } from './browser-script.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const from = path => join(root, path)

// Packages of many small modules are built in: that halves the time from the command to serving.
const builtIn = [
  '@hono/node-server',
  'commander',
  'csv-parse',
  'd3-scale',
  'hono',
  'hucre',
  'intl-messageformat',
  'kysely',
  'zod',
]

async function server() {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: builtIn },
    build: {
      ssr: true,
      outDir: 'dist',
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: {
          main: from('src/main.ts'),
          cli: from('src/cli/index.ts'),
          'import-thread': from('src/import-thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name]-[hash].js' },
      },
    },
  })
}

/** Scripts for the customer's browser, one file each, nothing shared: the widget and the kiosk. */
async function browserScripts() {
  const scripts = { widget: 'widget/main.ts', kiosk: 'kiosk/main.ts', 'kiosk-worker': 'kiosk/worker.ts' }
  for (const [name, source] of Object.entries(scripts)) {
    const text = await browserScript(from(`src/respondent/${source}`))
    mkdirSync(from('dist/browser'), { recursive: true })
    writeFileSync(from(`dist/browser/${name}.js`), text)
  }
}

async function dashboard() {
  await build({ root: from('src/dashboard'), configFile: from('src/dashboard/vite.config.ts'), logLevel: 'warn' })
}

function stats() {
  const tsc = spawnSync(
    process.execPath,
    [from('node_modules/typescript/bin/tsc'), '-p', from('tsconfig.stats.json')],
    { stdio: 'inherit' },
  )
  if (tsc.status !== 0) process.exit(tsc.status ?? 1)
}

/** The page of the API is served by ourselves: nothing is loaded from elsewhere. */
function apiDocs() {
  mkdirSync(from('dist/api-docs'), { recursive: true })
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css']) {
    copyFileSync(from(`node_modules/swagger-ui-dist/${file}`), from(`dist/api-docs/${file}`))
  }
}

/** `npx echolot` in the clone runs what was built. */
function link() {
  chmodSync(from('dist/cli.js'), 0o755)
  mkdirSync(from('node_modules/.bin'), { recursive: true })
  rmSync(from('node_modules/.bin/echolot'), { force: true })
  if (process.platform !== 'win32') symlinkSync('../../dist/cli.js', from('node_modules/.bin/echolot'))
}

rmSync(from('dist'), { recursive: true, force: true })
await server()
await browserScripts()
if (existsSync(from('src/dashboard/index.html'))) await dashboard()
stats()
apiDocs()
link()
