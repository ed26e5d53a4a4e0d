import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'

/** The survey with this id or name that is not archived; without either the newest one. */
export async function findSurvey(
  reader: Reader,
  given: { surveyId?: string | null; name?: string | null },
): Promise<string | null> {
  const row = await reader
    .selectFrom('surveys')
    .select('survey_id')
    .where('archived_at', 'is', null)
    .$if(Boolean(given.surveyId), query => query.where('survey_id', '=', given.surveyId ?? ''))
    .$if(!given.surveyId && Boolean(given.name), query => query.where('name', '=', given.name ?? ''))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.survey_id ?? null
}

/** Language and zone of the workspace. */
export const importingWorkspace = (reader: Reader, workspaceId: string) =>
  reader
    .selectFrom('workspaces')
    .select(['language', 'time_zone'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()

/** The language of the workspace behind the wall. */
export async function workspaceLanguage(reader: Reader): Promise<string> {
  const row = await reader
    .selectFrom('workspaces')
    .select('language')
    .where(sql<boolean>`workspace_id = current_setting('app.workspace_id')::uuid`)
    .executeTakeFirstOrThrow()
  return row.language
}
