import { z } from 'zod'
import { change, type Endpoint, look } from '../../../access/index.ts'
import { EventMapping, EventReading, EventSource, EventSourceChange, ReceivedEvent } from '../../../vocabulary/index.ts'
import {
  changeSource,
  listReceived,
  listSources,
  makeSource,
  readSource,
  removeSource,
  takeReceivedAgain,
  tryMapping,
} from './sources.ts'

const params = z.object({ sourceId: z.uuid() })
const received = z.object({ sourceId: z.uuid(), receivedId: z.string().regex(/^\d{1,15}$/) })
const Again = z.object({ state: z.string(), reason: z.string().nullable(), field: z.string().nullable() })

/** Addresses of event sources. */
export const routes: Endpoint[] = [
  look({
    path: '/event-sources',
    allow: 'viewer',
    summary: 'Lists the systems that tell what happened with customers.',
    reply: z.object({ items: z.array(EventSource) }),
    run: ({ tx, caller, tools }) => listSources(tx, tools.settings, caller.role),
  }),
  change('post', {
    path: '/event-sources',
    allow: 'manager',
    summary: 'Makes an address under which another system tells what happened, as any JSON.',
    body: z.strictObject({ name: z.string().trim().min(1).max(60) }),
    reply: EventSource,
    status: 201,
    secret: true,
    run: ({ tx, body, caller, tools }) => makeSource(tx, body.name, tools.settings, caller.role),
  }),
  look({
    path: '/event-sources/{sourceId}',
    allow: 'viewer',
    summary: 'Shows an event source with its mapping.',
    params,
    reply: EventSource,
    run: ({ tx, params, caller, tools }) => readSource(tx, params.sourceId, tools.settings, caller.role),
  }),
  change('patch', {
    path: '/event-sources/{sourceId}',
    allow: 'manager',
    summary: 'Changes how an event source is read, its signature or its address.',
    params,
    body: EventSourceChange,
    reply: EventSource,
    run: ({ tx, params, body, caller, tools }) =>
      changeSource(tx, params.sourceId, body, { house: tools.settings, role: caller.role, at: tools.clock() }),
  }),
  change('delete', {
    path: '/event-sources/{sourceId}',
    allow: 'manager',
    summary: 'Removes an event source; what it told stays.',
    params,
    run: ({ tx, params }) => removeSource(tx, params.sourceId),
  }),
  look({
    path: '/event-sources/{sourceId}/received',
    allow: 'manager',
    summary: 'Shows the last bodies that an event source received, and why some were not taken.',
    params,
    reply: z.object({ items: z.array(ReceivedEvent) }),
    run: ({ tx, params }) => listReceived(tx, params.sourceId),
  }),
  change('post', {
    path: '/event-sources/{sourceId}/received/{receivedId}/again',
    allow: 'manager',
    summary: 'Takes a received body again, by the mapping as it is now.',
    params: received,
    reply: Again,
    run: ({ tx, params }) => takeReceivedAgain(tx, params.sourceId, params.receivedId),
  }),
  change('post', {
    path: '/event-sources/{sourceId}/readings',
    allow: 'manager',
    summary: 'Says what a mapping would make of a body. Changes nothing.',
    params,
    body: z.strictObject({ body: z.string().max(1_000_000), mapping: EventMapping }),
    reply: EventReading,
    run: ({ tx, params, body, tools }) => tryMapping(tx, params.sourceId, body, tools.clock()),
  }),
]
