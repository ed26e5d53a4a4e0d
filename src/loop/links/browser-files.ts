import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../platform/package-root.ts'

const kept = new Map<string, string>()

/** A script that was built for browsers; null as long as nothing is built. */
export function browserFile(name: 'widget.js' | 'kiosk.js' | 'kiosk-worker.js'): string | null {
  const known = kept.get(name)
  if (known) return known
  const file = join(packageRoot, 'dist/browser', name)
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  kept.set(name, text)
  return text
}
