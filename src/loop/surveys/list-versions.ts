import type { Reader } from '../../platform/database/index.ts'
import { Refusal, Wordings, type WordingVersion, wordingChanges } from '../../vocabulary/index.ts'
import { versionRows } from './queries.ts'

const MOST = 50

/** The newest versions of a wording: when each was published, by whom, and what it changed against the one before. */
export async function listVersions(reader: Reader, surveyId: string): Promise<{ items: WordingVersion[] }> {
  const rows = await versionRows(reader, surveyId, MOST + 1)
  if (rows.length === 0) throw new Refusal('not_found')
  const wordings = rows.map(row => Wordings.safeParse(row.wording).data)
  const items = rows.slice(0, MOST).map((row, at) => {
    const [own, before] = [wordings[at], wordings[at + 1]]
    return {
      version: row.version,
      publishedAt: row.published_at.toISOString(),
      publishedBy: row.published_by,
      changes: own && before ? wordingChanges(before, own) : [],
    }
  })
  return { items }
}
