import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { PageQuery, pageOf, Survey, SurveyWithWording, Wordings } from '../../vocabulary/index.ts'
import { changeSurvey } from './change-survey.ts'
import { createSurvey } from './create-survey.ts'
import { Preview, PreviewRequest, previewSurvey } from './preview-survey.ts'
import { publishWording } from './publish-wording.ts'
import { listSurveys, listVersions, readSurvey } from './read-survey.ts'

const name = z.string().trim().min(1).max(200)
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
    summary: 'Makes a survey; without wording it gets the standard question in every language.',
    body: z.strictObject({ name, wording: Wordings.optional() }),
    reply: SurveyWithWording,
    status: 201,
    run: ({ tx, body }) => createSurvey(tx, body),
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
    summary: 'Renames a survey, archives it or brings it back.',
    params,
    body: z.strictObject({ name: name.optional(), archived: z.boolean().optional() }),
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
    run: ({ tx, params, body }) => publishWording(tx, params.surveyId, body.wording),
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
