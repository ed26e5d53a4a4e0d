import { z } from 'zod'
import { change, type Endpoint, look } from '../../../access/index.ts'
import {
  NewTrigger,
  PageQuery,
  pageOf,
  Trigger,
  TriggerChange,
  TriggerQuestion,
  TriggerTrial,
  TriggerTurn,
} from '../../../vocabulary/index.ts'
import {
  changeTrigger,
  createTrigger,
  listTriggers,
  listTurns,
  readTrigger,
  removeTrigger,
  startTrigger,
  stopTrigger,
} from './triggers.ts'
import { tryTrigger } from './try-trigger.ts'

const params = z.object({ triggerId: z.uuid() })

/** Addresses of triggers. */
export const routes: Endpoint[] = [
  look({
    path: '/triggers',
    allow: 'viewer',
    summary: 'Lists the triggers that ask people after something happened with them.',
    reply: z.object({ items: z.array(Trigger) }),
    run: ({ tx }) => listTriggers(tx),
  }),
  change('post', {
    path: '/triggers',
    allow: 'manager',
    summary: 'Makes a trigger; it asks nobody before it is started.',
    body: NewTrigger,
    reply: Trigger,
    status: 201,
    run: ({ tx, body }) => createTrigger(tx, body),
  }),
  change('post', {
    path: '/trigger-trials',
    allow: 'viewer',
    summary: 'Says what a trigger would have heard of in the last 90 days; saves nothing.',
    body: TriggerQuestion,
    reply: TriggerTrial,
    run: ({ tx, body, tools }) => tryTrigger(tx, body, tools.clock()),
  }),
  look({
    path: '/triggers/{triggerId}',
    allow: 'viewer',
    summary: 'Shows a trigger with what became of its turns.',
    params,
    reply: Trigger,
    run: ({ tx, params }) => readTrigger(tx, params.triggerId),
  }),
  change('patch', {
    path: '/triggers/{triggerId}',
    allow: 'manager',
    summary: 'Changes a trigger; questions that wait keep their time.',
    params,
    body: TriggerChange,
    reply: Trigger,
    run: ({ tx, params, body }) => changeTrigger(tx, params.triggerId, body),
  }),
  change('delete', {
    path: '/triggers/{triggerId}',
    allow: 'manager',
    summary: 'Removes a trigger; its rounds and answers stay.',
    params,
    run: ({ tx, params }) => removeTrigger(tx, params.triggerId),
  }),
  look({
    path: '/triggers/{triggerId}/turns',
    allow: 'viewer',
    summary:
      'Says what a trigger made of touchpoints, newest first: who waits, was asked, left out or called off, and why.',
    params,
    query: PageQuery,
    reply: pageOf(TriggerTurn),
    run: ({ tx, params, query }) => listTurns(tx, params.triggerId, query),
  }),
  change('post', {
    path: '/triggers/{triggerId}/start',
    allow: 'manager',
    summary: 'Lets a trigger listen from now on.',
    params,
    reply: Trigger,
    run: ({ tx, params, caller, tools }) => startTrigger(tx, params.triggerId, caller, tools),
  }),
  change('delete', {
    path: '/triggers/{triggerId}/start',
    allow: 'manager',
    summary: 'Stops a trigger and calls off what waits.',
    params,
    reply: Trigger,
    run: ({ tx, params, tools }) => stopTrigger(tx, params.triggerId, tools.clock()),
  }),
]
