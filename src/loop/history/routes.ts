import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { EmailAddress, NewTouchpoint, PageQuery, pageOf, Touchpoint } from '../../vocabulary/index.ts'
import { listTouchpoints, removeTouchpoint } from './list-touchpoints.ts'
import { recordTouchpoint, recordTouchpointOf } from './record-touchpoint.ts'

const params = z.object({ personId: z.uuid() })

/** Addresses of what happened with people. */
export const routes: Endpoint[] = [
  look({
    path: '/people/{personId}/touchpoints',
    allow: 'viewer',
    summary: 'Orders, tickets, calls, mails and visits of a person, newest first.',
    params,
    query: PageQuery,
    reply: pageOf(Touchpoint),
    run: ({ tx, params, query }) => listTouchpoints(tx, params.personId, query),
  }),
  change('post', {
    path: '/people/{personId}/touchpoints',
    allow: 'agent',
    summary: 'Records what happened with a person; the same source and sourceId again changes it.',
    params,
    body: NewTouchpoint,
    status: 201,
    reply: z.object({ touchpointId: z.uuid(), created: z.boolean() }),
    run: ({ tx, params, body }) => recordTouchpoint(tx, params.personId, body),
  }),
  change('post', {
    path: '/touchpoints',
    allow: 'agent',
    summary: 'Records what happened with the person of this external id or mail address; triggers hear of it.',
    body: NewTouchpoint.extend({ externalId: z.string().min(1).max(200).optional(), email: EmailAddress.optional() }),
    status: 201,
    reply: z.object({ touchpointId: z.uuid(), personId: z.uuid(), created: z.boolean() }),
    run: ({ tx, body }) => recordTouchpointOf(tx, body),
  }),
  change('delete', {
    path: '/touchpoints/{touchpointId}',
    allow: 'manager',
    summary: 'Removes what was recorded wrongly.',
    params: z.object({ touchpointId: z.uuid() }),
    run: ({ tx, params }) => removeTouchpoint(tx, params.touchpointId),
  }),
]
