import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import {
  PageQuery,
  pageOf,
  ReadyQuestion,
  Survey,
  SurveyWithWording,
  WordingHint,
  WordingProblem,
  Wordings,
} from '../../vocabulary/index.ts'
import { changeSurvey, SurveyChange } from './change-survey.ts'
import { createSurvey, NewSurvey } from './create-survey.ts'
import { findWordingHints } from './find-wording-hints.ts'
import { Preview, PreviewRequest, previewSurvey } from './preview-survey.ts'
import { publishWording } from './publish-wording.ts'
import { readStandardWording, StandardWording, StandardWordingQuery } from './read-standard-wording.ts'
import { listSurveys, listVersions, readSurvey } from './read-survey.ts'
import { listReadyQuestions } from './ready-questions.ts'

const params = z.object({ surveyId: z.uuid() })
const Versions = z.object({ items: z.array(z.object({ version: z.number().int(), publishedAt: z.iso.datetime() })) })

/** Addresses of surveys. */
export const routes: Endpoint[] = [
  look({
    path: '/surveys',
    allow: 'viewer',
    summary: 'Lists the surveys, newest first.',
    query: PageQuery,
    reply: pageOf(Survey),
    run: ({ tx, query }) => listSurveys(tx, query),
  }),
  change('post', {
    path: '/surveys',
    allow: 'manager',
    summary:
      'Makes a survey of one kind with one opening; without wording it gets the standard words in every language asked for.',
    body: NewSurvey,
    reply: SurveyWithWording,
    status: 201,
    run: ({ tx, body, caller }) => createSurvey(tx, body, caller.language),
  }),
  look({
    path: '/surveys/{surveyId}',
    allow: 'viewer',
    summary: 'Shows a survey with its wording, of the newest or a given version.',
    params,
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
    reply: SurveyWithWording,
    run: ({ tx, params, query }) => readSurvey(tx, params.surveyId, query.version),
  }),
  change('patch', {
    path: '/surveys/{surveyId}',
    allow: 'manager',
    summary: 'Renames a survey, changes its kind or anonymity, archives it or brings it back.',
    params,
    body: SurveyChange,
    reply: SurveyWithWording,
    run: ({ tx, params, body }) => changeSurvey(tx, params.surveyId, body),
  }),
  look({
    path: '/surveys/{surveyId}/versions',
    allow: 'viewer',
    summary: 'Lists the versions of a wording.',
    params,
    reply: Versions,
    run: ({ tx, params }) => listVersions(tx, params.surveyId),
  }),
  change('post', {
    path: '/surveys/{surveyId}/versions',
    allow: 'manager',
    summary: 'Changes the wording: a new version, so that older answers keep their question.',
    params,
    body: z.strictObject({ wording: Wordings }),
    reply: SurveyWithWording,
    status: 201,
    run: ({ tx, params, body, caller }) => publishWording(tx, params.surveyId, body.wording, caller.language),
  }),
  change('post', {
    path: '/surveys/{surveyId}/hints',
    allow: 'viewer',
    summary:
      'Looks a wording over: what could be said better, and what would keep it from being published; saves nothing.',
    params,
    body: z.strictObject({ wording: Wordings }),
    reply: z.object({ hints: z.array(WordingHint), problems: z.array(WordingProblem) }),
    run: ({ tx, params, body, caller }) =>
      findWordingHints(tx, params.surveyId, { ...body, language: caller.language }),
  }),
  look({
    path: '/standard-wordings',
    allow: 'viewer',
    summary: 'Shows the standard words for a kind of survey and an opening in one language.',
    query: StandardWordingQuery,
    reply: StandardWording,
    run: ({ tx, query }) => readStandardWording(tx, query),
  }),
  look({
    path: '/ready-questions',
    allow: 'viewer',
    summary: 'Lists ready questions with their words in every language, to be put into a survey.',
    reply: z.object({ items: z.array(ReadyQuestion) }),
    run: ({ tx }) => listReadyQuestions(tx),
  }),
  change('post', {
    path: '/survey-previews',
    allow: 'viewer',
    summary: 'Makes an address that shows the mail or a page for a wording, for an hour; saves nothing.',
    body: PreviewRequest,
    reply: Preview,
    run: ({ tx, body, tools }) => previewSurvey(tx, body, tools),
  }),
]
