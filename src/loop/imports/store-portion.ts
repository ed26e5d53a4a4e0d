import { type Bulk, bulkInWorkspace } from '../../platform/database/index.ts'
import type { Import } from '../../vocabulary/index.ts'
import { importedTurns } from '../invitations/index.ts'
import { newSurvey } from './choose-survey.ts'
import type { Portion } from './portion.ts'
import { takeAnswers } from './queries/answers.ts'
import { addProgress } from './queries/imports.ts'
import { takePeople } from './queries/people.ts'
import { insertRejections } from './queries/rejections.ts'
import { takeTouchpoints } from './queries/touchpoints.ts'
import { ensureWaves } from './queries/waves.ts'
import type { Plan } from './rows/plan.ts'
import type { Run } from './run-import.ts'
import type { Taken } from './taken.ts'

const NOTHING: Taken = { added: 0, changed: 0, known: 0, rejected: [] }

class TakenBack extends Error {
  readonly taken: Taken
  constructor(taken: Taken) {
    super('dry run')
    this.taken = taken
  }
}

/** Stores one portion with its counts in one transaction; a dry run takes the rows back and keeps the counts. */
export async function storePortion(
  run: Run,
  found: Import,
  plan: Plan,
  portion: Portion,
  bytes: number,
): Promise<void> {
  if (portion.read === 0) return
  if (found.dryRun) {
    const taken = await tryPortion(run, plan, portion)
    portion.refuse(taken.rejected)
    await run.database.inWorkspace(run.scope, tx => note({ tx }, run, portion, taken, bytes))
    return
  }
  await repeated(() =>
    bulkInWorkspace(run.database.pool, run.scope, async bulk => {
      const taken = await takePortion(bulk, plan, portion)
      portion.refuse(taken.rejected)
      await note(bulk, run, portion, taken, bytes)
    }),
  )
}

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'

/** Somebody else may have written the same person or answer at the same moment; a second look finds it known. */
async function repeated(work: () => Promise<void>, left = 2): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (left === 0 || (code !== UNIQUE_VIOLATION && code !== DEADLOCK)) throw error
    await repeated(work, left - 1)
  }
}

async function tryPortion(run: Run, plan: Plan, portion: Portion): Promise<Taken> {
  const result = await bulkInWorkspace(run.database.pool, run.scope, async bulk => {
    // Where the run would make a survey, so does the trial, and takes it back with the rows.
    const surveyId = plan.kind === 'responses' ? plan.surveyId || (await newSurvey(bulk.tx, plan.options)) : ''
    throw new TakenBack(await takePortion(bulk, { ...plan, surveyId }, portion))
  }).catch((error: unknown) => error)
  if (result instanceof TakenBack) return result.taken
  throw result
}

async function takePortion(bulk: Bulk, plan: Plan, portion: Portion): Promise<Taken> {
  const { lines } = portion
  if (lines.count === 0) return NOTHING
  if (plan.kind === 'people') return takePeople(bulk, lines)
  if (plan.kind === 'touchpoints') {
    const taken = await takeTouchpoints(bulk, lines)
    return { ...taken, turns: await importedTurns.count(bulk.tx) }
  }
  await ensureWaves(
    bulk.tx,
    plan.surveyId,
    [...portion.waves].map(([name, startsOn]) => ({ name, startsOn })),
  )
  return takeAnswers(bulk, lines, plan.surveyId)
}

async function note({ tx }: Pick<Bulk, 'tx'>, run: Run, portion: Portion, taken: Taken, bytes: number): Promise<void> {
  await insertRejections(tx, run.importId, portion.rejections)
  await addProgress(tx, run.importId, {
    read: portion.read,
    added: taken.added,
    changed: taken.changed,
    known: taken.known + portion.doubled,
    rejected: portion.rejections.length,
    kept: taken.kept ?? 0,
    turns: taken.turns ?? 0,
    bytes,
  })
}
