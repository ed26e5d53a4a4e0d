import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import {
  CaseClosing,
  CaseCounts,
  CaseLine,
  CaseQuery,
  Dossier,
  Presence,
  pageOf,
  TimeLineEntry,
} from '../../vocabulary/index.ts'
import { assignCase } from './assign-case.ts'
import { closeCase, reopenCase } from './close-case.ts'
import { countCases, listCases } from './list-cases.ts'
import { logCall, NewCall } from './log-call.ts'
import { NewNote, noteCase } from './note-case.ts'
import { markRead, readDossier, showPresence } from './read-dossier.ts'
import { readTimeLine } from './read-time-line.ts'
import { NewReply, replyToCustomer } from './reply-to-customer.ts'
import { snoozeCase } from './snooze-case.ts'

const params = z.object({ caseId: z.uuid() })
const contact = z.object({ contactId: z.uuid() })

const looking = [
  look({
    path: '/cases',
    allow: 'viewer',
    summary: 'The inbox: cases by view, queue and state.',
    query: CaseQuery,
    reply: pageOf(CaseLine),
    run: ({ tx, query, caller, tools }) => listCases(tx, query, caller, tools.clock()),
  }),
  look({
    path: '/cases/counts',
    allow: 'viewer',
    summary: 'How many cases are open and due, by queue and for the caller.',
    reply: CaseCounts,
    run: ({ tx, caller, tools }) => countCases(tx, caller.accountId, tools.clock()),
  }),
  look({
    path: '/cases/{caseId}',
    allow: 'viewer',
    summary: 'The dossier of a case: answer, person, time line, summary, comments, closure.',
    params,
    reply: Dossier,
    run: ({ tx, params, caller, tools }) => readDossier(tx, params.caseId, caller, tools),
  }),
  look({
    path: '/people/{personId}/time-line',
    allow: 'viewer',
    summary: 'Everything that happened with a person, newest first.',
    params: z.object({ personId: z.uuid() }),
    reply: z.object({ items: z.array(TimeLineEntry) }),
    run: ({ tx, params }) => readTimeLine(tx, params.personId),
  }),
]

const working = [
  change('put', {
    path: '/cases/{caseId}/reading',
    allow: 'agent',
    summary: 'Notes that the caller read the time line; contact is possible from then on.',
    params,
    run: ({ tx, params, caller, tools }) => markRead(tx, params.caseId, caller, tools.clock()),
  }),
  change('put', {
    path: '/cases/{caseId}/presence',
    allow: 'agent',
    summary: 'Says that the caller is at the case, and shows who else is.',
    params,
    body: z.strictObject({ writing: z.boolean() }),
    reply: z.object({ items: z.array(Presence) }),
    run: ({ tx, params, body, caller, tools }) =>
      showPresence(tx, params.caseId, body.writing, { caller, now: tools.clock() }),
  }),
  change('put', {
    path: '/cases/{caseId}/owner',
    allow: 'agent',
    summary: 'Gives a case to a member, or with null back to the queue.',
    params,
    body: z.strictObject({ ownerId: z.uuid().nullable() }),
    run: ({ tx, params, body }) => assignCase(tx, params.caseId, body.ownerId),
  }),
  change('put', {
    path: '/cases/{caseId}/snooze',
    allow: 'agent',
    summary: 'Puts a case out of sight until a moment.',
    params,
    body: z.strictObject({ until: z.iso.datetime({ offset: true }) }),
    run: ({ tx, params, body, tools }) => snoozeCase(tx, params.caseId, new Date(body.until), tools.clock()),
  }),
  change('delete', {
    path: '/cases/{caseId}/snooze',
    allow: 'agent',
    summary: 'Brings a snoozed case back.',
    params,
    run: ({ tx, params, tools }) => snoozeCase(tx, params.caseId, null, tools.clock()),
  }),
  change('post', {
    path: '/cases/{caseId}/notes',
    allow: 'agent',
    summary: 'Comments on a case and mentions members.',
    params,
    body: NewNote,
    status: 201,
    reply: z.object({ noteId: z.uuid() }),
    run: ({ tx, params, body, caller }) => noteCase(tx, params.caseId, body, caller),
  }),
  change('post', {
    path: '/cases/{caseId}/calls',
    allow: 'agent',
    summary: 'Notes a call to the person.',
    params,
    body: NewCall,
    status: 201,
    reply: contact,
    run: ({ tx, params, body, caller, tools }) => logCall(tx, params.caseId, body, caller, tools.clock()),
  }),
  change('post', {
    path: '/cases/{caseId}/replies',
    allow: 'agent',
    summary: 'Writes a personal mail to the person.',
    params,
    body: NewReply,
    status: 201,
    reply: contact,
    run: ({ tx, params, body, ...rest }) => replyToCustomer(tx, params.caseId, body, rest),
  }),
  change('put', {
    path: '/cases/{caseId}/closure',
    allow: 'agent',
    summary: 'Closes a case with its cause and outcome.',
    params,
    body: CaseClosing,
    run: ({ tx, params, body, caller, tools }) => closeCase(tx, params.caseId, body, caller, tools.clock()),
  }),
  change('delete', {
    path: '/cases/{caseId}/closure',
    allow: 'agent',
    summary: 'Opens a closed case again.',
    params,
    run: ({ tx, params, caller, tools }) => reopenCase(tx, params.caseId, caller, tools.clock()),
  }),
]

/** Addresses of cases. */
export const routes: Endpoint[] = [...looking, ...working]
