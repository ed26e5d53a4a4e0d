import { setImmediate } from 'node:timers/promises'
import { openFile, STREAM_LIMITS } from '../../connections/index.ts'
import type { Database, Scope } from '../../platform/database/index.ts'
import type { Import } from '../../vocabulary/index.ts'
import { readDefinitions } from '../attributes/index.ts'
import { finishImport } from './finish-import.ts'
import { Portion } from './portion.ts'
import { Interrupted, problemOf } from './problem-of.ts'
import { findImport } from './queries/imports.ts'
import { withImportLock } from './queries/lock.ts'
import { importingWorkspace } from './queries/surveys.ts'
import { RowKeys } from './rows/identity.ts'
import { type Plan, planOf } from './rows/plan.ts'
import { storePortion } from './store-portion.ts'
import { hasUpload, readCounted } from './uploads.ts'

const PORTION = 10_000

/** Where one run finds everything. */
export type Run = {
  database: Database
  scope: Scope
  importId: string
  path: string
  secret: string
  /** The file belongs to somebody else and is not dropped at the end. */
  keepsFile?: boolean
  /** Aborted when the process is to end. */
  signal?: AbortSignal
}

/** Runs an import to its end, from where it stopped if it was stopped; does nothing while another process runs it. */
export async function runImport(run: Run): Promise<void> {
  await withImportLock(run.database, run.importId, async () => {
    const found = await run.database.readWorkspace(run.scope, reader => findImport(reader, run.importId))
    if (found?.state !== 'running' || !(await hasUpload(run.path))) return
    await takeRows(run, found).then(
      () => finishImport(run, null),
      error => failImport(run, error),
    )
  })
}

/** Ends a run with what went wrong; what another try may mend is thrown on, and the import goes on later. */
export async function failImport(run: Run, error: unknown): Promise<void> {
  if (error instanceof Interrupted) return
  const problem = problemOf(error)
  if (!problem) throw error
  await finishImport(run, problem)
}

async function takeRows(run: Run, found: Import): Promise<void> {
  let bytes = 0
  const source = readCounted(run.path, read => {
    bytes = read
  })
  const file = await openFile(source, found.kind, STREAM_LIMITS)
  const plan = await preparePlan(run, found, file)
  const keys = new RowKeys()
  let seen = 0
  let portion = new Portion(plan)
  let storing: Promise<void> = Promise.resolve()
  const store = async () => {
    const full = portion
    portion = new Portion(plan)
    await storing
    storing = storePortion(run, found, plan, full, bytes)
    storing.catch(() => undefined)
  }
  try {
    for await (const batch of file.rows) {
      if (run.signal?.aborted) {
        // What no portion holds yet is read again; the process has no time for it.
        portion = new Portion(plan)
        throw new Interrupted()
      }
      // The portion before is on its way: the database's replies must not wait until the file is read.
      await setImmediate()
      for (const row of batch) {
        seen += 1
        // Rows that a stopped run has taken are read again, because they count in the keys of those that repeat them.
        if (seen <= found.rowsRead) new Portion(plan).add(row, keys)
        else portion.add(row, keys)
        if (portion.read >= PORTION) await store()
      }
    }
  } finally {
    await store()
    await storing
  }
}

type Opened = Awaited<ReturnType<typeof openFile>>

async function preparePlan(run: Run, { kind, mapping }: Import, { sample, format, reading }: Opened): Promise<Plan> {
  const { workspaceTimeZone, surveyId, definitions } = await run.database.readWorkspace(run.scope, async reader => {
    const workspace = await importingWorkspace(reader, run.scope.workspaceId)
    const definitions = await readDefinitions(reader)
    return { workspaceTimeZone: workspace.time_zone, surveyId: mapping.options.surveyId ?? '', definitions }
  })
  const samples = sample.map(row => row.cells)
  return planOf({
    kind,
    mapping,
    samples,
    delimiter: reading.delimiter,
    workspaceTimeZone,
    definitions,
    format,
    surveyId,
    secret: run.secret,
  })
}
