import type { Reader } from '../../platform/database/index.ts'
import {
  cursorOf,
  cursorUnknown,
  type Page,
  type PageQuery,
  Refusal,
  readCursor,
  type Survey,
  type SurveyWithWording,
  WORDING_LANGUAGES,
  Wordings,
} from '../../vocabulary/index.ts'
import { surveyRow, surveyRows, versionRow } from './queries.ts'

type Row = NonNullable<Awaited<ReturnType<typeof surveyRow>>>

const surveyOf = (row: Row): Survey => ({
  surveyId: row.survey_id,
  name: row.name,
  kind: row.kind,
  opening: row.opening,
  anonymous: row.anonymous,
  anonymousThreshold: row.anonymous_threshold,
  version: row.version,
  languages: WORDING_LANGUAGES.filter(language => asWordings(row.wording).texts[language] !== undefined),
  waves: row.waves ?? 0,
  responses: row.responses ?? 0,
  createdAt: row.created_at.toISOString(),
  archivedAt: row.archived_at?.toISOString() ?? null,
})

/** What stands in survey_versions.wording; older ones lack what was added since. */
const asWordings = (wording: unknown): Wordings => Wordings.parse(wording)

/** Surveys page by page, newest first. */
export async function listSurveys(reader: Reader, { limit, cursor }: PageQuery): Promise<Page<Survey>> {
  const after = readCursor(cursor)?.map(String) ?? null
  if (after && after.length !== 2) throw cursorUnknown()
  const rows = await surveyRows(reader, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(surveyOf), next: last ? cursorOf([last.place, last.survey_id]) : null }
}

/** One survey with its newest wording, or the wording of an earlier version. */
export async function readSurvey(reader: Reader, surveyId: string, version?: number): Promise<SurveyWithWording> {
  const row = await surveyRow(reader, surveyId)
  if (!row) throw new Refusal('not_found')
  const asked = version === undefined ? row : await versionRow(reader, surveyId, version)
  if (!asked) throw new Refusal('not_found')
  return {
    ...surveyOf(row),
    version: asked.version,
    wording: asWordings(asked.wording),
    publishedAt: asked.published_at.toISOString(),
  }
}
