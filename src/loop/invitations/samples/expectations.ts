import type { Reader } from '../../../platform/database/index.ts'
import { categoryOf, wilson } from '../../../stats/index.ts'
import type { SamplePlan } from '../../../vocabulary/index.ts'
import { answersToInvitations, scoresSince } from './queries.ts'

const DAY_MS = 86_400_000
const YEAR = 365
/** Answers need a few days to come. */
const SETTLED = 3
const ENOUGH_ASKED = 50
const ENOUGH_ANSWERS = 30
/** What is taken where nobody was asked yet; the page says so. */
const ASSUMED_RATE = 0.15
const ASSUMED_SHARES = { promoter: 0.5, detractor: 0.2 }

/** The share of answers to expect: given, as seen in the last year (this survey, else all), or assumed. */
export async function expectedRate(
  reader: Reader,
  surveyId: string,
  at: Date,
  given?: number,
): Promise<SamplePlan['responseRate']> {
  if (given !== undefined) return { share: given, lower: null, upper: null, source: 'given', invited: 0 }
  const from = new Date(at.getTime() - YEAR * DAY_MS)
  const rows = await answersToInvitations(reader, surveyId, from, new Date(at.getTime() - SETTLED * DAY_MS))
  for (const some of [rows.filter(row => row.own), rows]) {
    const [invited, answered] = [sum(some, row => row.invited), sum(some, row => row.answered)]
    const seen = invited >= ENOUGH_ASKED && answered > 0 ? wilson(answered, invited) : null
    if (seen) return { share: answered / invited, lower: seen.lower, upper: seen.upper, source: 'history', invited }
  }
  return { share: ASSUMED_RATE, lower: null, upper: null, source: 'assumed', invited: 0 }
}

/** The shares of promoters and detractors to expect. */
export async function expectedShares(reader: Reader, surveyId: string, at: Date): Promise<SamplePlan['expectation']> {
  const rows = await scoresSince(reader, surveyId, new Date(at.getTime() - YEAR * DAY_MS))
  for (const some of [rows.filter(row => row.own), rows]) {
    const answers = sum(some, row => row.answers)
    if (answers < ENOUGH_ANSWERS) continue
    const shareOf = (category: string) =>
      sum(
        some.filter(row => categoryOf(row.score) === category),
        row => row.answers,
      ) / answers
    return { promoter: shareOf('promoter'), detractor: shareOf('detractor'), source: 'history', answers }
  }
  return { ...ASSUMED_SHARES, source: 'assumed', answers: 0 }
}

const sum = <Row>(rows: Row[], of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0)
