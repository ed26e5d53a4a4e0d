import type { Database } from '../../../platform/database/index.ts'
import type { Wordings } from '../../../vocabulary/index.ts'

const MOST = 500

/** Reads a survey's wording by version; versions never change, so what was read once is kept. */
export function wordingReader(database: Database) {
  const kept = new Map<string, Wordings>()
  return async (workspaceId: string, surveyId: string, version: number): Promise<Wordings | null> => {
    const key = `${workspaceId}/${surveyId}/${version}`
    const known = kept.get(key)
    if (known) return known
    const row = await database.readWorkspace({ workspaceId }, reader =>
      reader
        .selectFrom('survey_versions')
        .select('wording')
        .where('survey_id', '=', surveyId)
        .where('version', '=', version)
        .executeTakeFirst(),
    )
    if (!row) return null
    if (kept.size >= MOST) kept.clear()
    kept.set(key, row.wording as Wordings)
    return row.wording as Wordings
  }
}
