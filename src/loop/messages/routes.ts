import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { Message, MessageState, MessageWithTurns, PageQuery, pageOf, Sending } from '../../vocabulary/index.ts'
import { changeSending, readSending, SendingChange } from './change-sending.ts'
import { listMessages, readMessage } from './read-messages.ts'
import { sendAgain } from './send-again.ts'

const params = z.object({ messageId: z.uuid() })
const Filter = PageQuery.extend({
  waveId: z.uuid().optional(),
  personId: z.uuid().optional(),
  state: MessageState.optional(),
})

/** Addresses of messages and of what governs them. */
export const routes: Endpoint[] = [
  look({
    path: '/messages',
    allow: 'viewer',
    summary: 'Lists messages with their state, the latest change first.',
    query: Filter,
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
]
