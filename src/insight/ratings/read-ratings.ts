import { readDefinitions } from '../../loop/attributes/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import { Opening, type RatingSegment, type Ratings, type RatingsQuery, Refusal } from '../../vocabulary/index.ts'
import { answerLines, answerRows } from '../answers/index.ts'
import { grouped } from '../grouped.ts'
import { hiddenParts, keyOf } from '../hidden-parts.ts'
import { dayIn, periodOf, rangeBefore } from '../pulse/period.ts'
import { type Scope, segmentsOf, surveyOfScope } from '../pulse/queries/scope.ts'
import { commentedCount, workspaceZone } from '../pulse/queries/surroundings.ts'
import { everAnswered, splittingAttributes } from '../pulse/queries/tallies.ts'
import { readSurveyChoices } from '../pulse/surroundings.ts'
import { startsBetween, trendRange } from '../pulse/trend.ts'
import { countsOn, ratingFigure, ratingPeriod, shareChange } from './figures.ts'
import { ratingCounts, ratingCountsByStretch, ratingCountsByValue } from './queries.ts'

type Ever = { first: string; last: string } | null

/** The figures of one survey on its own scale: never mixed with another one. */
export async function readRatings(reader: Reader, query: RatingsQuery, now: Date): Promise<Ratings> {
  const survey = await surveyOfScope(reader, query.survey)
  if (!survey) throw new Refusal('not_found')
  const opening = Opening.parse(survey.opening)
  const timeZone = await workspaceZone(reader)
  const whose = { survey: query.survey, sealed: survey.anonymous, scale: 'any' as const }
  const ever = await everAnswered(reader, timeZone, whose)
  const period = periodOf(query, dayIn(now, timeZone), ever)
  const { from, to } = period
  const definitions = await readDefinitions(reader)
  const segments = segmentsOf(query.segment, definitions)
  const scope: Scope = { ...whose, from, to, timeZone, segments, definitions, per: query.per }
  const before = rangeBefore(period, query.against)
  const rows = await ratingCounts(reader, scope)
  const figure = ratingFigure(opening, countsOn(opening, rows))
  const earlier =
    before && ratingFigure(opening, countsOn(opening, await ratingCounts(reader, { ...scope, ...before })))
  const attributes = (await splittingAttributes(reader, { ...scope, segments: new Map() })).splitting
  const names = attributes.map(({ attribute }) => attribute)
  return {
    surveyId: query.survey,
    name: survey.name,
    opening,
    period: { from, to, timeZone },
    before,
    per: query.per,
    sealed: survey.anonymous ? { shownFrom: survey.shownFrom, waiting: survey.waiting } : null,
    n: rows.reduce((sum, { count }) => sum + count, 0),
    now: figure,
    earlier,
    change: shareChange(figure, earlier),
    trend: await readRatingTrend(reader, scope, ever, { opening, unit: query.unit }),
    segments: await readSegments(reader, scope, opening, { attributes: names, whole: figure?.n ?? 0 }),
    comments: await readComments(reader, scope),
    commentCount: await commentedCount(reader, scope),
    choices: { surveys: await readSurveyChoices(reader), attributes },
  }
}

async function readRatingTrend(
  reader: Reader,
  scope: Scope,
  ever: Ever,
  { opening, unit: asked }: { opening: Opening; unit?: 'week' | 'month' },
): Promise<Ratings['trend']> {
  if (!ever || ever.first > scope.to) return { unit: asked ?? 'month', periods: [] }
  const { unit, range } = trendRange(scope.to, ever.first, asked)
  const starts = startsBetween(range, unit)
  const rows = await ratingCountsByStretch(reader, { ...scope, ...range }, starts)
  const stretches = grouped(rows, row => String(row.stretch))
  const periods = starts.map((start, at) =>
    ratingPeriod(opening, start, countsOn(opening, stretches.get(String(at + 1)) ?? [])),
  )
  return { unit, periods }
}

/** Each value of each attribute; too small ones, and the one that would give a small one away, without figures. */
async function readSegments(
  reader: Reader,
  scope: Scope,
  opening: Opening,
  { attributes, whole }: { attributes: string[]; whole: number },
): Promise<RatingSegment[]> {
  if (attributes.length === 0) return []
  const rows = await ratingCountsByValue(reader, scope, attributes)
  const parts = [...grouped(rows, keyOf).values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const figure = ratingFigure(opening, countsOn(opening, own))
    return [{ attribute: first.attribute, value: first.value, figure, n: figure?.n ?? 0 }]
  })
  const hidden = hiddenParts(parts, whole, scope.definitions)
  return parts.map(part => {
    const shown = hidden.has(keyOf(part)) ? null : part.figure
    return { attribute: part.attribute, value: part.value, good: shown?.good ?? null, mean: shown?.mean ?? null }
  })
}

async function readComments(reader: Reader, { from, to, timeZone, survey, sealed, segments }: Scope) {
  const search = {
    from,
    to,
    timeZone,
    survey,
    sealed,
    segments,
    score: [],
    comment: 'with',
    state: 'confirmed',
  } as const
  const rows = await answerRows(reader, { ...search, score: [], after: null, limit: 6 })
  return answerLines(reader, rows.slice(0, 6))
}
