import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { NewAnswer, PersonScore, StoredAnswer } from '../../vocabulary/index.ts'
import { enterAnswer } from './enter-answer.ts'
import { readPersonScore } from './read-person-score.ts'

/** Addresses about answers. */
export const routes: Endpoint[] = [
  change('post', {
    path: '/answers',
    allow: 'agent',
    summary: 'Enter an answer for a person, for example after a call.',
    body: NewAnswer,
    reply: StoredAnswer,
    status: 201,
    run: ({ tx, body }) => enterAnswer(tx, body),
  }),
  look({
    path: '/people/{personId}/score',
    allow: 'viewer',
    summary: 'The score and group of a person, for programs that personalise.',
    params: z.strictObject({ personId: z.uuid() }),
    reply: PersonScore,
    run: ({ tx, params }) => readPersonScore(tx, params.personId),
  }),
]
