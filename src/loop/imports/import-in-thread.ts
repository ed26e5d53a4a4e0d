import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../../platform/package-root.ts'
import { type Run, runImport } from './run-import.ts'

/** What crosses into the thread. */
export type ThreadRun = Omit<Run, 'database' | 'signal'> & { url: string }

/** What the thread is told when the process is to end. */
export const STOP = 'stop'

/** Rows live shortly: a small nursery keeps the memory of a run small. */
const YOUNG_MB = 16
const entry = join(packageRoot, 'dist/import-thread.js')

/** Runs an import beside the pages, so that none of them waits for it; from sources, where nothing is built, in this thread. */
export async function importInThread(run: Run): Promise<void> {
  const url = run.database.pool.options.connectionString
  if (import.meta.url.endsWith('.ts') || !url || !existsSync(entry)) return runImport(run)
  await inBuiltThread(run, url)
}

/** Runs an import in the thread of the built product. */
export async function inBuiltThread(run: Run, url: string): Promise<void> {
  const { database: _, signal, ...rest } = run
  const workerData: ThreadRun = { ...rest, url }
  await new Promise<void>((resolve, reject) => {
    const thread = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
    const stop = () => thread.postMessage(STOP)
    signal?.addEventListener('abort', stop)
    thread.once('error', reject)
    thread.once('exit', code => {
      signal?.removeEventListener('abort', stop)
      if (code === 0) resolve()
      else reject(new Error(`the import thread ended with ${code}`))
    })
  })
}
