import { z } from 'zod'
import { account, type Endpoint } from '../access/index.ts'
import { addDemoFor } from './add-demo.ts'
import { removeDemo } from './remove-demo.ts'

/** Addresses of the demo. */
export const demoRoutes: Endpoint[] = [
  account('post', {
    path: '/demo',
    summary: 'Add the three demo companies as workspaces of their own, owned by the account that asks.',
    reply: z.object({ workspaceIds: z.array(z.uuid()) }),
    status: 201,
    run: ({ tx, tools, caller }) => addDemoFor(tx, tools, caller.accountId),
  }),
  account('delete', {
    path: '/demo',
    summary: 'Remove the demo companies with everything in them.',
    reply: z.object({ removed: z.number().int() }),
    run: ({ tools, caller }) => removeDemo(tools, caller.accountId),
  }),
]
