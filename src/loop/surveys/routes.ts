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
  WordingVersion,
} from '../../vocabulary/index.ts'
import { changeSurvey, SurveyChange } from './change-survey.ts'
import { createSurvey, NewSurvey } from './create-survey.ts'
import { findWordingHints } from './find-wording-hints.ts'
import { listVersions } from './list-versions.ts'
import { Preview, PreviewRequest, previewSurvey } from './preview-survey.ts'
import { publishWording } from './publish-wording.ts'
import { readStandardWording, StandardWording, StandardWordingQuery } from './read-standard-wording.ts'
import { listSurveys, readSurvey } from './read-survey.ts'
import { listReadyQuestions } from './ready-questions.ts'

const params = z.object({ surveyId: z.uuid() })

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
    summary:
      'Renames a survey, changes its kind, its anonymity or how many answers have to come together, archives it or brings it back.',
    params,
    body: SurveyChange,
    reply: SurveyWithWording,
    run: ({ tx, params, body }) => changeSurvey(tx, params.surveyId, body),
  }),
  look({
    path: '/surveys/{surveyId}/versions',
    allow: 'viewer',
    summary: 'Lists the newest 50 versions of a wording with what each changed.',
    params,
    reply: z.object({ items: z.array(WordingVersion) }),
    run: ({ tx, params }) => listVersions(tx, params.surveyId),
  }),
  change('post', {
    path: '/surveys/{surveyId}/versions',
    allow: 'manager',
    summary: 'Changes the wording: a new version, so that older answers keep their question.',
    params,
    body: z.strictObject({ wording: Wordings, basedOn: z.number().int().min(1).optional() }),
    reply: SurveyWithWording,
    status: 201,
    run: ({ tx, params, body, caller }) =>
      publishWording(tx, params.surveyId, body.wording, { basedOn: body.basedOn, language: caller.language }),
  }),
  change('post', {
    path: '/surveys/{surveyId}/hints',
    allow: 'viewer',
    summary:
      'Looks a wording over: what could be said better, and what would keep it from being published; saves nothing.',
    params,
    body: z.strictObject({ wording: Wordings }),
    reply: z.object({ hints: z.array(WordingHint), problems: z.array(WordingProblem) }),
    // An editor asks after each pause in typing; nobody repeats such a request, so its reply is not kept.
    secret: true,
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
    summary:
      'Makes addresses that show mail, pages and widget for a wording, for an hour, and the text message; saves nothing.',
    body: PreviewRequest,
    reply: Preview,
    secret: true,
    run: ({ tx, body, tools }) => previewSurvey(tx, body, tools),
  }),
]
