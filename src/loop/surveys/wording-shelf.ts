import type { Database } from '../../platform/database/index.ts'
import { Wordings } from '../../vocabulary/index.ts'
import { versionRow } from './queries.ts'

const MOST = 500

/** A survey as it was asked: versions never change. */
type AskedVersion = { workspaceId: string; surveyId: string; surveyVersion: number }

/** Finds the wording that was asked; what was read once is kept. */
export function wordingShelf(database: Database): (asked: AskedVersion) => Promise<Wordings> {
  const kept = new Map<string, Wordings>()
  return async ({ workspaceId, surveyId, surveyVersion }) => {
    const key = `${workspaceId}/${surveyId}/${surveyVersion}`
    const known = kept.get(key)
    if (known) return known
    const row = await database.readWorkspace({ workspaceId }, reader => versionRow(reader, surveyId, surveyVersion))
    if (!row) throw new Error(`version ${surveyVersion} of survey ${surveyId} is gone`)
    const wordings = Wordings.parse(row.wording)
    if (kept.size >= MOST) kept.clear()
    kept.set(key, wordings)
    return wordings
  }
}
