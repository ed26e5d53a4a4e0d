import type { Language } from '../../languages/index.ts'
import { readDefinitions } from '../../loop/attributes/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import type { Pulse, PulseQuery } from '../../vocabulary/index.ts'
import { changeOf, figureOf } from './figures.ts'
import { headlineOf } from './headline.ts'
import { dayIn, periodOf, rangeBefore } from './period.ts'
import { type Scope, segmentsOf, surveyOfScope } from './queries/scope.ts'
import { workspaceZone } from './queries/surroundings.ts'
import {
  answersEver,
  answersWithin,
  everAnswered,
  scoreCounts,
  splittingAttributes,
  withoutCompiling,
} from './queries/tallies.ts'
import { segmentFigures } from './segments.ts'
import { readSurroundings } from './surroundings.ts'
import { readTrend } from './trend.ts'

/** The first page of the product in one look: score, change, bars, trend, segments, comments and what waits. */
export async function readPulse(reader: Reader, query: PulseQuery, now: Date, language: Language): Promise<Pulse> {
  await withoutCompiling(reader)
  const timeZone = await workspaceZone(reader)
  const survey = query.survey ? await surveyOfScope(reader, query.survey) : null
  const definitions = await readDefinitions(reader)
  const whose = { survey: query.survey, sealed: survey?.anonymous === true }
  const ever = await everAnswered(reader, timeZone, whose)
  const period = periodOf(query, dayIn(now, timeZone), ever)
  const scope: Scope = {
    from: period.from,
    to: period.to,
    timeZone,
    ...whose,
    segments: segmentsOf(query.segment, definitions),
    definitions,
    per: query.per,
  }
  const before = rangeBefore(period, query.against)
  const { counts, earlier, segments, choices } = await readCounts(reader, scope, before && { ...scope, ...before })
  const change = earlier && changeOf(counts, earlier)
  const figures = { now: figureOf(counts), earlier: earlier && figureOf(earlier), change }
  const answers = counts.reduce((sum, count) => sum + count, 0)
  return {
    headline: headlineOf({ ...figures, against: query.against, segments, choices }, query.language ?? language),
    period: { ...period, timeZone },
    before,
    per: query.per,
    sealed: survey?.anonymous ? { shownFrom: survey.shownFrom, waiting: survey.waiting } : null,
    answersEver: answers || (await answersEver(reader)),
    ...figures,
    counts,
    olderOnes: query.per === 'person' ? (await answersWithin(reader, scope)) - answers : 0,
    trend: await readTrend(reader, scope, ever, query.unit),
    segments,
    segmentsTested: segments.filter(segment => segment.q !== null).length,
    ...(await readSurroundings(reader, scope, now, choices)),
  }
}

/** Scores and segments of the period and of the one before. */
async function readCounts(reader: Reader, scope: Scope, scopeBefore: Scope | null) {
  const choices = await splittingAttributes(reader, { ...scope, segments: new Map() })
  const attributes = scope.segments.size > 0 ? await splittingAttributes(reader, scope) : choices
  const own = await scoreCounts(reader, scope, attributes)
  const earlier = scopeBefore && (await scoreCounts(reader, scopeBefore, attributes))
  const segments = segmentFigures(own.segments, earlier?.segments ?? [], {
    counts: own.counts,
    definitions: scope.definitions,
  })
  return { counts: own.counts, earlier: earlier?.counts ?? null, segments, choices: choices.splitting }
}
