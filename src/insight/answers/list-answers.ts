import { readDefinitions } from '../../loop/attributes/index.ts'
import { askedWordings } from '../../loop/surveys/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import {
  type AnswerLine,
  type AnswersQuery,
  cursorOf,
  cursorUnknown,
  type Page,
  readCursor,
} from '../../vocabulary/index.ts'
import { segmentsOf, surveyOfScope } from '../pulse/queries/scope.ts'
import { workspaceZone } from '../pulse/queries/surroundings.ts'
import { type AnswerRow, answerRows } from './queries.ts'

/** One page of answers, newest first. */
export async function listAnswers(reader: Reader, query: AnswersQuery): Promise<Page<AnswerLine>> {
  const { segment, cursor, ...search } = query
  const timeZone = await workspaceZone(reader)
  const sealed = query.survey ? ((await surveyOfScope(reader, query.survey))?.anonymous ?? false) : false
  const after = placeOf(cursor)
  const segments = segmentsOf(segment, await readDefinitions(reader))
  const rows = await answerRows(reader, { ...search, segments, sealed, timeZone, after })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? cursorOf([last.place, last.response_id]) : null
  return { items: await answerLines(reader, shown), next }
}

function placeOf(cursor: string | undefined) {
  if (!cursor) return null
  const [answeredAt, responseId] = readCursor(cursor) ?? []
  if (typeof answeredAt !== 'string' || typeof responseId !== 'string') throw cursorUnknown()
  return { answeredAt, responseId }
}

/** Rows as the API shows them, each with the words that it answered. */
export async function answerLines(reader: Reader, rows: AnswerRow[]): Promise<AnswerLine[]> {
  const asked = await askedWordings(reader, rows)
  return rows.map((row, i) => ({ ...answerLine(row), asked: asked[i] ?? null }))
}

const answerLine = (row: AnswerRow): Omit<AnswerLine, 'asked'> => ({
  responseId: row.response_id,
  opening: row.opening,
  score: row.score,
  rating: row.rating,
  comment: row.comment,
  language: row.language,
  channel: row.channel,
  state: row.state,
  surveyId: row.survey_id,
  survey: row.survey,
  answeredAt: row.answered_at.toISOString(),
  person: row.person_id ? { personId: row.person_id, name: row.name, company: row.company } : null,
  attributes: row.attributes,
  caseId: row.case_id,
  evidence: row.evidence,
  enteredBy: row.entered_by,
  anonymous: row.anonymous,
})
