import { z } from 'zod'
import { change, type Endpoint, look } from '../access/index.ts'
import { UndeliveredEvent } from '../vocabulary/index.ts'
import { listUndelivered } from './list-undelivered.ts'
import { retryEvents } from './retry-events.ts'

/** Addresses of what happened and was not worked on. */
export const routes: Endpoint[] = [
  look({
    path: '/undelivered-events',
    allow: 'admin',
    summary: 'Lists what happened and could not be worked on, even at the last try; newest first, 200 at most.',
    reply: z.object({ items: z.array(UndeliveredEvent) }),
    run: ({ tx }) => listUndelivered(tx),
  }),
  change('post', {
    path: '/undelivered-events/retries',
    allow: 'admin',
    summary: 'Tries everything again that could not be worked on, from the first try.',
    reply: z.object({ events: z.number().int() }),
    run: ({ caller, tools }) => retryEvents(tools.database, caller.workspaceId),
  }),
]
