import { readDefinitions } from '../../loop/attributes/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import { batchesOf, defaultMinimum } from '../../stats/index.ts'
import {
  type Question,
  type QuestionFigure,
  type QuestionFigures,
  type QuestionFiguresQuery,
  type QuestionWording,
  Refusal,
  WordingLanguage,
  Wordings,
} from '../../vocabulary/index.ts'
import { figureOf } from '../pulse/figures.ts'
import { dayIn, periodOf } from '../pulse/period.ts'
import { type Scope, segmentsOf, surveyOfScope } from '../pulse/queries/scope.ts'
import { workspaceZone } from '../pulse/queries/surroundings.ts'
import { everAnswered } from '../pulse/queries/tallies.ts'
import { countsOn, ratingFigure, shareFigure } from './figures.ts'
import { type AskedRow, askedCounts, givenCounts, newestWording, newestWords, ratingCounts } from './queries.ts'

const WORDS_SHOWN = 8

/** What the questions after the first one got: a card for each, with n on every figure. */
export async function readQuestionFigures(
  reader: Reader,
  query: QuestionFiguresQuery,
  now: Date,
): Promise<QuestionFigures> {
  const survey = await surveyOfScope(reader, query.survey)
  const wording = Wordings.safeParse(survey && (await newestWording(reader, query.survey)))
  if (!survey) throw new Refusal('not_found')
  if (!wording.success || wording.data.questions.length === 0) return { n: 0, questions: [] }
  const timeZone = await workspaceZone(reader)
  const whose = { survey: query.survey, sealed: survey.anonymous, scale: 'any' as const }
  const { from, to } = periodOf(query, dayIn(now, timeZone), await everAnswered(reader, timeZone, whose))
  const definitions = await readDefinitions(reader)
  const segments = segmentsOf(query.segment, definitions)
  const scope: Scope = { ...whose, from, to, timeZone, segments, definitions, per: query.per }
  const asWished = WordingLanguage.safeParse(query.language).data
  const texts = (asWished && wording.data.texts[asWished]) ?? wording.data.texts[wording.data.language]
  const got = await whatWasGot(reader, scope, survey.anonymous ? Math.max(survey.shownFrom, defaultMinimum) : null)
  const n = (await ratingCounts(reader, scope)).reduce((sum, { count }) => sum + count, 0)
  return {
    n,
    questions: wording.data.questions.map(one => figureOfQuestion(one, texts?.questions[one.questionId], got)),
  }
}

type Got = Awaited<ReturnType<typeof whatWasGot>>

/** Everything that was given, without the batches of an anonymous survey in which too few answered a question. */
async function whatWasGot(reader: Reader, scope: Scope, minimum: number | null) {
  const asked = await askedCounts(reader, scope)
  const shown = minimum === null ? null : shownBatches(await askedCounts(reader, ever(scope)), asked, minimum)
  const isShown = (row: { questionId: string; batch: string }) => shown === null || shown.has(keyOf(row))
  return {
    asked,
    isShown,
    given: (await givenCounts(reader, scope)).filter(isShown),
    words: (await newestWords(reader, scope, WORDS_SHOWN)).filter(isShown),
  }
}

const ever = (scope: Scope): Scope => ({ ...scope, from: '1900-01-01', to: '2900-01-01' })
const keyOf = ({ questionId, batch }: { questionId: string; batch: string }) => JSON.stringify([questionId, batch])

/**
 * Which batches of which question are shown: neighbours are put together over the survey's whole life until enough answered
 * the question, and what was put together is shown whole or not at all, whatever the days of the look are.
 */
function shownBatches(all: readonly AskedRow[], inSight: readonly AskedRow[], minimum: number): Set<string> {
  const sighted = new Set(inSight.map(keyOf))
  const shown = new Set<string>()
  for (const questionId of new Set(all.map(row => row.questionId))) {
    const own = all.filter(row => row.questionId === questionId)
    for (const batch of batchesOf(
      own.map(row => row.n),
      minimum,
    )) {
      const keys = batch.flatMap(at => (own[at] ? [keyOf(own[at])] : []))
      if (keys.every(key => sighted.has(key))) for (const key of keys) shown.add(key)
    }
  }
  return shown
}

function figureOfQuestion(question: Question, words: QuestionWording | undefined, got: Got): QuestionFigure {
  const { questionId, kind } = question
  const asked = got.asked.filter(row => row.questionId === questionId)
  const shown = asked.filter(got.isShown)
  const n = shown.reduce((sum, row) => sum + row.n, 0)
  const given = got.given.filter(row => row.questionId === questionId)
  const counts = countsOn(
    kind,
    given.filter(row => row.option === null),
  )
  return {
    questionId,
    text: words?.text ?? questionId,
    kind,
    n,
    hidden: n === 0 && asked.length > 0,
    nps: kind === 'nps' ? figureOf(counts) : null,
    rating: ratingFigure(kind, counts),
    options: question.options.flatMap(option => {
      const own = given.filter(row => row.option === option).reduce((sum, row) => sum + row.count, 0)
      const share = shareFigure(own, n)
      return share ? [{ option, label: words?.options[option] ?? option, share }] : []
    }),
    words: got.words.filter(row => row.questionId === questionId).map(({ text, language }) => ({ text, language })),
  }
}
