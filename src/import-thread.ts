import { workerData } from 'node:worker_threads'
import { runImport, type ThreadRun } from './loop/imports/index.ts'
import { Database } from './platform/database/index.ts'

const { url, ...run } = workerData as ThreadRun
const database = new Database(url, { connections: 4, name: 'echolot-import' })
try {
  await runImport({ ...run, database })
} finally {
  await database.close()
}
