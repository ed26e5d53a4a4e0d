// One self-contained script for a customer's browser, as text: no module, no name left behind in the page.
import { build } from 'vite'

/** Bundles and minifies the module at `entry`. */
export async function browserScript(entry) {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  return made.output.map(part => part.code ?? '').join('')
}
