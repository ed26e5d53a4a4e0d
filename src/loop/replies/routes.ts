import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { PageQuery, pageOf, Reply, ReplyMailbox, ReplyMailboxChange } from '../../vocabulary/index.ts'
import { changeMailbox, endMailbox, readMailbox, tryMailbox } from './change-mailbox.ts'
import { listReplies } from './list-replies.ts'

/** Addresses of what people write back, and of the mailbox that is read for it. */
export const routes: Endpoint[] = [
  look({
    path: '/replies',
    allow: 'viewer',
    summary: 'Lists what people wrote back by mail or text, and where it landed, newest first.',
    query: PageQuery,
    reply: pageOf(Reply),
    run: ({ tx, query }) => listReplies(tx, query),
  }),
  look({
    path: '/reply-mailbox',
    allow: 'admin',
    summary: 'Shows the mailbox that is read for replies, without its password.',
    reply: ReplyMailbox,
    run: ({ tx }) => readMailbox(tx),
  }),
  change('put', {
    path: '/reply-mailbox',
    allow: 'admin',
    summary: 'Sets the mailbox that is read for replies; a password that is left out stays as it is.',
    body: ReplyMailboxChange,
    reply: ReplyMailbox,
    run: ({ tx, body, caller, tools }) => changeMailbox(tx, body, caller.workspaceId, tools.settings, tools.clock()),
  }),
  change('delete', {
    path: '/reply-mailbox',
    allow: 'admin',
    summary: 'Forgets the mailbox; replies go to the address of the sending settings from then on.',
    run: ({ tx }) => endMailbox(tx),
  }),
  look({
    path: '/reply-mailbox/trial',
    allow: 'admin',
    summary: 'Opens the mailbox once and counts its mails, to try the settings.',
    reply: z.object({ mails: z.number().int() }),
    run: ({ tx, caller, tools }) => tryMailbox(tx, caller.workspaceId, tools.settings),
  }),
]
