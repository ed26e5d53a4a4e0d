import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { Erased, Erasure, ErasureRequest } from '../../vocabulary/index.ts'
import { erasePerson } from './erase-person.ts'
import { listErasureRequests, requestErasure } from './request-erasure.ts'

const params = z.strictObject({ personId: z.uuid() })

/** Addresses about deletion. */
export const erasureRoutes: Endpoint[] = [
  look({
    path: '/erasure-requests',
    allow: 'agent',
    summary: 'People who asked for deletion, the most urgent first.',
    reply: z.object({ items: z.array(ErasureRequest) }),
    run: ({ tx }) => listErasureRequests(tx),
  }),
  change('post', {
    path: '/people/{personId}/erasure-request',
    allow: 'agent',
    summary: 'Notes that a person asked for deletion; from then on nobody asks them.',
    params,
    reply: z.object({ dueOn: z.iso.date() }),
    run: ({ tx, params, caller, tools }) =>
      requestErasure(tx, { ...params, requestedBy: caller.actor }, tools.settings.secret),
  }),
  change('post', {
    path: '/people/{personId}/erasure',
    allow: 'manager',
    summary: 'Erases a person for good; of the answers the numbers may stay, as nobody’s.',
    params,
    body: Erasure,
    reply: Erased,
    run: ({ tx, params, body, tools }) => erasePerson(tx, { ...params, ...body }, tools.settings.secret),
  }),
]
