import { parentPort, workerData } from 'node:worker_threads'
import { runImport, STOP, type ThreadRun } from './loop/imports/index.ts'
import { Database } from './platform/database/index.ts'

const { url, ...run } = workerData as ThreadRun
const database = new Database(url, { connections: 4, name: 'echolot-import' })
const stopping = new AbortController()
parentPort?.on('message', message => {
  if (message === STOP) stopping.abort()
})
// A thread that only listens has nothing more to do.
parentPort?.unref()
try {
  await runImport({ ...run, database, signal: stopping.signal })
} finally {
  await database.close()
}
