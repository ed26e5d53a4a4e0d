import { type Endpoint, look, watch } from '../access/index.ts'
import {
  AnswerChoices,
  AnswerLine,
  AnswersQuery,
  AttributeTrends,
  AttributeTrendsQuery,
  NewsQuery,
  Pulse,
  PulseQuery,
  pageOf,
  QuestionFigures,
  QuestionFiguresQuery,
  RailCounts,
  Ratings,
  RatingsQuery,
  ResponseRates,
  ResponseRatesQuery,
} from '../vocabulary/index.ts'
import { listAnswers, readAnswerChoices } from './answers/index.ts'
import { watchNews } from './live/index.ts'
import { readAttributeTrends, readRailCounts, recallPulse } from './pulse/index.ts'
import { readQuestionFigures, readRatings } from './ratings/index.ts'
import { readResponseRates } from './reach/index.ts'

/** Addresses of questions about many answers. */
export const insightRoutes: Endpoint[] = [
  watch({
    path: '/news',
    allow: 'viewer',
    summary:
      'Tells what happens, as server-sent events: names and ids, within a second; continues after Last-Event-ID.',
    query: NewsQuery,
    run: ({ query, ...watching }) => watchNews(watching.tools, { ...watching, seconds: query.seconds }),
  }),
  look({
    path: '/pulse',
    allow: 'viewer',
    summary: 'The score of a period with interval, change, bars, trend, segments, newest comments and waiting cases.',
    query: PulseQuery,
    reply: Pulse,
    run: ({ tx, query, caller, tools }) => recallPulse(tx, query, caller, tools.clock()),
  }),
  look({
    path: '/trends',
    allow: 'viewer',
    summary: 'The trends of the six largest values of one attribute.',
    query: AttributeTrendsQuery,
    reply: AttributeTrends,
    run: ({ tx, query, tools }) => readAttributeTrends(tx, query, tools.clock()),
  }),
  look({
    path: '/ratings',
    allow: 'viewer',
    summary:
      'One survey on its own scale (CSAT, CES, stars, five points, free words): mean, good share, distribution, trend.',
    query: RatingsQuery,
    reply: Ratings,
    run: ({ tx, query, tools }) => readRatings(tx, query, tools.clock()),
  }),
  look({
    path: '/question-figures',
    allow: 'viewer',
    summary: 'What the questions after the first got: ratings, chosen options with intervals, newest words.',
    query: QuestionFiguresQuery,
    reply: QuestionFigures,
    run: ({ tx, query, tools }) => readQuestionFigures(tx, query, tools.clock()),
  }),
  look({
    path: '/response-rates',
    allow: 'viewer',
    summary: 'Who is reached and who answers, by survey and by one field of people, and open cases without an owner.',
    query: ResponseRatesQuery,
    reply: ResponseRates,
    run: ({ tx, query, tools }) => readResponseRates(tx, query, tools.clock()),
  }),
  look({
    path: '/answers',
    allow: 'viewer',
    summary: 'Answers, newest first, by score, comment, language, survey, segment, days and state.',
    query: AnswersQuery,
    reply: pageOf(AnswerLine),
    run: ({ tx, query }) => listAnswers(tx, query),
  }),
  look({
    path: '/answers/choices',
    allow: 'viewer',
    summary: 'Surveys and languages that answers can be filtered by.',
    reply: AnswerChoices,
    run: ({ tx }) => readAnswerChoices(tx),
  }),
  look({
    path: '/counts',
    allow: 'viewer',
    summary: 'Cases due now and answers of the last seven days.',
    reply: RailCounts,
    run: ({ tx, tools }) => readRailCounts(tx, tools.clock()),
  }),
]
