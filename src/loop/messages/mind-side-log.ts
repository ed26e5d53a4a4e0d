import type { Numbered, SideLog } from '../../platform/side-log/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { erasePerson } from '../people/index.ts'
import {
  holdSending,
  reapplySends,
  reapplySuppressions,
  setSideLogMark,
  sideLogMark,
  stillThere,
} from './queries/side-log.ts'

/** What the side log knew and this database did not. */
export type Reapplied = { objections: number; erasures: number; sends: number; problem: string | null }

/**
 * At the start: whether the database is as far as the log beside it. Where it is not, an older state was restored: what the
 * log knows is applied again, and nothing is sent until an admin confirms (guarantee G9, case C8).
 */
export async function mindSideLog(
  tools: Pick<Tools, 'database' | 'settings' | 'log'>,
  log: SideLog,
): Promise<Reapplied> {
  const { database } = tools
  const mark = await database.inInstance(sideLogMark)
  const last = await log.last()
  const done: Reapplied = { objections: 0, erasures: 0, sends: 0, problem: problemOf(log, mark, last) }
  const suppressions = new Map<string, Numbered>()
  for await (const entries of log.after(Math.min(mark ?? 0, last))) {
    // Only what was said last about an address counts.
    for (const entry of entries.filter(entry => entry.kind === 'suppressed')) {
      suppressions.set(`${entry.workspaceId} ${entry.facts.channel} ${entry.facts.addressKey}`, entry)
    }
    await reapply(tools, entries, done)
  }
  done.objections = await database.inInstance(tx => reapplySuppressions(tx, [...suppressions.values()]))
  const isOlder = done.objections + done.erasures + done.sends > 0
  await database.inInstance(async tx => {
    await setSideLogMark(tx, last)
    if (isOlder || done.problem) await holdSending(tx, sentenceOf(done))
  })
  if (isOlder || done.problem) tools.log.warn(done, sentenceOf(done))
  return done
}

function problemOf(log: SideLog, mark: number | null, last: number): string | null {
  if (log.problem) return log.problem
  return last < (mark ?? 0) ? `it ends with entry ${last}, the database knows of ${mark}` : null
}

async function reapply(
  { database, settings }: Pick<Tools, 'database' | 'settings'>,
  entries: Numbered[],
  done: Reapplied,
): Promise<void> {
  const of = (kind: string) => entries.filter(entry => entry.kind === kind)
  const erased = await database.inInstance(async tx => {
    done.sends += await reapplySends(tx, of('sent'))
    return stillThere(tx, of('erased'))
  })
  for (const { workspaceId, personId, ...given } of erased) {
    const answers = given.answers === 'numbers' ? 'numbers' : 'nothing'
    await database.inWorkspace({ workspaceId, actor: 'echolot' }, tx =>
      erasePerson(tx, { personId, answers }, settings.secret),
    )
    done.erasures += 1
  }
}

const sentenceOf = ({ objections, erasures, sends, problem }: Reapplied): string =>
  problem
    ? `The side log is not as it was left (${problem}): objections since may be missing.`
    : `An older state of the database was found. From the side log were applied again: ${objections} objections and complaints, ${erasures} erasures, ${sends} messages that had left.`
