import { countCases } from '../../loop/cases/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { Pulse, RailCounts, WaitingCase } from '../../vocabulary/index.ts'
import { answerLines, answerRows } from '../answers/index.ts'
import type { Scope } from './queries/scope.ts'
import {
  askedCounts,
  commentedCount,
  quarantinedCount,
  recentCount,
  surveyChoices,
  unconfirmedCount,
  waitingHeads,
} from './queries/surroundings.ts'

type Surroundings = Pick<
  Pulse,
  'asked' | 'unconfirmed' | 'quarantined' | 'comments' | 'commentCount' | 'waiting' | 'choices'
>

/** What stands around the figures: who was asked, what was said last, what waits for a person, what can be filtered. */
export async function readSurroundings(
  reader: Reader,
  scope: Scope,
  now: Date,
  attributes: Pulse['choices']['attributes'],
): Promise<Surroundings> {
  const { from, to, timeZone, survey, sealed } = scope
  const latest = {
    from,
    to,
    timeZone,
    survey,
    sealed,
    segments: scope.segments,
    score: [],
    comment: 'with',
    state: 'confirmed',
    after: null,
    limit: 5,
  } as const
  const comments = await answerRows(reader, { ...latest, score: [] })
  return {
    asked: scope.segments.size > 0 || sealed ? null : await askedCounts(reader, scope, survey),
    unconfirmed: sealed ? 0 : await unconfirmedCount(reader, scope),
    quarantined: await quarantinedCount(reader, scope),
    comments: await answerLines(reader, comments.slice(0, 5)),
    commentCount: await commentedCount(reader, scope),
    waiting: { ...(await waitingCounts(reader, now)), heads: await readHeads(reader, now) },
    choices: { surveys: await readSurveyChoices(reader), attributes },
  }
}

/** Surveys to choose from. */
export const readSurveyChoices = async (reader: Reader): Promise<Pulse['choices']['surveys']> =>
  (await surveyChoices(reader)).map(({ survey_id, ...row }) => ({ surveyId: survey_id, ...row }))

/** How many cases wait and how many are due, as the inbox counts them. */
const waitingCounts = async (reader: Reader, now: Date) => (await countCases(reader, null, now)).all

async function readHeads(reader: Reader, now: Date): Promise<WaitingCase[]> {
  const rows = await waitingHeads(reader, now, 4)
  return rows.map(row => ({
    caseId: row.case_id,
    queue: row.queue,
    dueAt: row.due_at.toISOString(),
    overdue: row.due_at < now && !row.contacted,
    opening: row.opening,
    score: row.score,
    rating: row.rating,
    comment: row.comment,
    person: row.person_id ? { personId: row.person_id, name: row.name, company: row.company } : null,
    annualValue: row.annual_value,
  }))
}

/** The two numbers of the rail. */
export async function readRailCounts(reader: Reader, now: Date): Promise<RailCounts> {
  const { due } = await waitingCounts(reader, now)
  return { due, recent: await recentCount(reader, now) }
}
