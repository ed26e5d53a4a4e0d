import { z } from 'zod'
import { change, type Endpoint, look } from '../../../access/index.ts'
import { SubjectResult, Wave } from '../../../vocabulary/index.ts'
import { readSubjectResult } from './read-subject-result.ts'
import { sendRest } from './send-rest.ts'

const params = z.object({ waveId: z.uuid() })

/** Addresses of compared subject lines. */
export const routes: Endpoint[] = [
  look({
    path: '/waves/{waveId}/subjects',
    allow: 'viewer',
    summary: 'Compares the subject lines of a round; before its day there is no verdict.',
    params,
    reply: SubjectResult,
    run: ({ tx, params, tools }) => readSubjectResult(tx, params.waveId, tools.clock()),
  }),
  change('post', {
    path: '/waves/{waveId}/rest',
    allow: 'manager',
    summary: 'Asks those who were not in the subject test, with the better line where the difference is real.',
    params,
    reply: Wave,
    run: ({ tx, params, tools }) => sendRest(tx, params.waveId, tools),
  }),
]
