import { change, type Endpoint } from '../../../access/index.ts'
import { SamplePlan, SampleQuestion } from '../../../vocabulary/index.ts'
import { planSample } from './plan-sample.ts'

/** Addresses of samples. */
export const routes: Endpoint[] = [
  change('post', {
    path: '/sample-plans',
    allow: 'viewer',
    summary:
      'Says before a send what its answers will be able to show, and how many are needed for more. Sends nothing.',
    body: SampleQuestion,
    reply: SamplePlan,
    run: ({ tx, body, tools }) => planSample(tx, body, tools),
  }),
]
