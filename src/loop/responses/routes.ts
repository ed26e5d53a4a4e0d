import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import {
  AnswerCounts,
  AnswerCountsQuery,
  AnswerVerdict,
  CommentAskRule,
  NewAnswer,
  PersonKey,
  PersonScore,
  StoredAnswer,
} from '../../vocabulary/index.ts'
import { chooseCommentAsk, readCommentAsk } from './choose-comment-ask.ts'
import { enterAnswer } from './enter-answer.ts'
import { judgeAnswer } from './judge-answer.ts'
import { answerCounts } from './queries/set-aside.ts'
import { readPersonScore } from './read-person-score.ts'

/** Addresses about answers. */
export const routes: Endpoint[] = [
  change('post', {
    path: '/answers',
    allow: 'agent',
    summary: 'Enter an answer for a person, for example from paper or after a call.',
    body: NewAnswer,
    reply: StoredAnswer,
    status: 201,
    run: ({ tx, body, caller }) => enterAnswer(tx, body, caller.accountId),
  }),
  look({
    path: '/answers/counts',
    allow: 'viewer',
    summary: 'How many answers count, how many people only opened a number, and what was set aside.',
    query: AnswerCountsQuery,
    reply: AnswerCounts,
    run: ({ tx, query }) => answerCounts(tx, query),
  }),
  change('post', {
    path: '/answers/{responseId}/review',
    allow: 'agent',
    summary: 'Decide about an answer that was set aside: it counts from now on, or never.',
    params: z.strictObject({ responseId: z.uuid() }),
    body: AnswerVerdict,
    run: ({ tx, params, body, caller }) => judgeAnswer(tx, { ...params, ...body }, caller.actor),
  }),
  look({
    path: '/people/{personId}/score',
    allow: 'viewer',
    summary: 'The score and group of a person, over all surveys and for each, for programs that personalise.',
    params: z.strictObject({ personId: z.uuid() }),
    reply: PersonScore,
    run: ({ tx, params }) => readPersonScore(tx, params),
  }),
  look({
    path: '/scores',
    allow: 'viewer',
    summary: 'The same by one of personId, externalId and email.',
    query: PersonKey,
    reply: PersonScore,
    run: ({ tx, query }) => readPersonScore(tx, query),
  }),
  look({
    path: '/surveys/{surveyId}/comment-ask',
    allow: 'viewer',
    summary: 'After how many days the survey asks for the reasons behind a number without words.',
    params: z.strictObject({ surveyId: z.uuid() }),
    reply: CommentAskRule,
    run: ({ tx, params }) => readCommentAsk(tx, params.surveyId),
  }),
  change('put', {
    path: '/surveys/{surveyId}/comment-ask',
    allow: 'manager',
    summary: 'Chooses after how many days the survey asks for reasons, once per answer; null asks nobody.',
    params: z.strictObject({ surveyId: z.uuid() }),
    body: CommentAskRule,
    reply: CommentAskRule,
    run: ({ tx, params, body }) => chooseCommentAsk(tx, { ...params, ...body }),
  }),
]
