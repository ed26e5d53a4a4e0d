import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { ContactBudget, Message, MessageWithTurns, OptInRequest, pageOf, Sending } from '../../vocabulary/index.ts'
import { changeSending, readSending, SendingChange } from './change-sending.ts'
import { channelRoutes } from './channels/routes.ts'
import { deliveryRoutes } from './delivery/routes.ts'
import { MessagePageQuery } from './message-query.ts'
import { readBudget } from './read-budget.ts'
import { listMessages, readMessage } from './read-messages.ts'
import { requestOptIn } from './request-opt-in.ts'
import { sendAgain } from './send-again.ts'

const params = z.object({ messageId: z.uuid() })
const person = z.object({ personId: z.uuid() })

/** Addresses of messages and of what governs them. */
export const routes: Endpoint[] = [
  // Before the message of an id: `totals` and `file` are none.
  ...deliveryRoutes,
  look({
    path: '/messages',
    allow: 'viewer',
    summary: 'Lists messages with their state, the latest change first.',
    query: MessagePageQuery,
    reply: pageOf(Message),
    run: ({ tx, query }) => listMessages(tx, query, query),
  }),
  look({
    path: '/messages/{messageId}',
    allow: 'viewer',
    summary: 'Shows a message with every turn it took.',
    params,
    reply: MessageWithTurns,
    run: ({ tx, params }) => readMessage(tx, params.messageId),
  }),
  change('post', {
    path: '/messages/{messageId}/repetition',
    allow: 'manager',
    summary: 'Sends a message again whose fate is unknown; it may arrive twice.',
    params,
    reply: MessageWithTurns,
    run: ({ tx, params, caller, tools }) => sendAgain(tx, params.messageId, caller.actor, tools.clock()),
  }),
  look({
    path: '/people/{personId}/budget',
    allow: 'viewer',
    summary: 'What a person has heard inside the window, when the next contact is possible, and what is planned.',
    params: person,
    reply: ContactBudget,
    run: ({ tx, params, tools }) => readBudget(tx, params.personId, tools),
  }),
  change('post', {
    path: '/people/{personId}/opt-ins',
    allow: 'manager',
    summary:
      'Notes a consent that the person gave by a form, and sends the link by which they confirm it (double opt-in).',
    params: person,
    body: OptInRequest,
    reply: z.object({ optInId: z.uuid(), expiresAt: z.iso.datetime() }),
    status: 201,
    run: ({ tx, params, body, caller, tools }) =>
      requestOptIn(tx, params.personId, body, { ...tools, actor: caller.actor }),
  }),
  look({
    path: '/sending',
    allow: 'viewer',
    summary: 'Shows where mails go, whether they may, and how often a person may be asked.',
    reply: Sending,
    run: ({ tx, tools }) => readSending(tx, tools.settings),
  }),
  change('patch', {
    path: '/sending',
    allow: 'admin',
    summary: 'Changes how often a person may be asked and where replies go; pauses sending or lets it go on.',
    body: SendingChange,
    reply: Sending,
    run: ({ tx, body, tools }) => changeSending(tx, body, tools.settings),
  }),
  ...channelRoutes,
]
