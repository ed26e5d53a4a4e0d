import { z } from 'zod'
import { change, download, type Endpoint, look } from '../../../access/index.ts'
import {
  DeliveryRules,
  DomainPace,
  HookProvider,
  MailHook,
  MessageTotals,
  NewSuppression,
  PageQuery,
  pageOf,
  SenderDomain,
  Suppression,
  SuppressionId,
  SuppressionListResult,
  SuppressionReason,
} from '../../../vocabulary/index.ts'
import { MessageQuery } from '../message-query.ts'
import { totalMessages } from '../read-messages.ts'
import { askForCheck, changeRules, overrideSender, readRules } from './change-sender.ts'
import { addSuppression, liftSuppression, takeSuppressionList } from './change-suppressions.ts'
import { messagesFile } from './export-messages.ts'
import { endHook, listHooks, makeHook } from './hooks/manage-hooks.ts'
import { listSuppressions, tallySuppressions } from './list-suppressions.ts'
import { listPaces, setPace } from './manage-paces.ts'
import { readSender } from './read-sender.ts'

const note = z.string().trim().min(1).max(1000)
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })

const suppressionRoutes: Endpoint[] = [
  look({
    path: '/suppressions',
    allow: 'viewer',
    summary: 'Lists addresses to which nothing is sent, with the reason; an address is found by its fingerprint.',
    query: PageQuery.extend({
      reason: SuppressionReason.optional(),
      channel: z.enum(['email', 'sms']).optional(),
      address: z.string().trim().max(254).optional(),
    }),
    reply: pageOf(Suppression),
    run: ({ tx, query, tools }) => listSuppressions(tx, query, tools.settings.secret),
  }),
  look({
    path: '/suppressions/tally',
    allow: 'viewer',
    summary: 'How many addresses are suppressed for which reason.',
    reply: z.record(z.string(), z.number().int()),
    run: ({ tx }) => tallySuppressions(tx),
  }),
  change('post', {
    path: '/suppressions',
    allow: 'manager',
    summary: 'Ends sending to an address.',
    body: NewSuppression.extend({ note: note.nullable().default(null) }),
    run: ({ tx, body, tools }) => addSuppression(tx, body, tools.settings.secret),
  }),
  change('post', {
    path: '/suppressions/lists',
    allow: 'manager',
    summary: 'Takes in the suppression list of another system: adds, never removes.',
    body: z.strictObject({ items: z.array(NewSuppression).min(1).max(5000), note: note.nullable().default(null) }),
    reply: SuppressionListResult,
    run: ({ tx, body, tools }) => takeSuppressionList(tx, body, tools.settings.secret),
  }),
  change('post', {
    path: '/suppressions/{suppressionId}/lifting',
    allow: 'manager',
    summary: 'Lets an address be written to again: only after a rest or what a member suppressed, with a reason.',
    params: z.object({ suppressionId: SuppressionId }),
    body: z.strictObject({ note }),
    run: ({ tx, params, body }) => liftSuppression(tx, params.suppressionId, body.note),
  }),
]

const senderRoutes: Endpoint[] = [
  look({
    path: '/sender',
    allow: 'viewer',
    summary: 'How well the sender domain proves who sends, which records are missing, and how many mails may leave.',
    reply: SenderDomain,
    run: ({ tx, tools }) => readSender(tx, tools.settings, tools.clock()),
  }),
  change('post', {
    path: '/sender/checks',
    allow: 'manager',
    summary: 'Asks for a look at the DNS records of the sender domain.',
    run: ({ tx }) => askForCheck(tx),
  }),
  change('put', {
    path: '/sender/override',
    allow: 'admin',
    summary: 'Lets a sender that is not proven send more than 50 mails a day, with the reason.',
    body: z.strictObject({ note }),
    run: ({ tx, body, caller, tools }) => overrideSender(tx, { by: caller.actor, note: body.note, at: tools.clock() }),
  }),
  change('delete', {
    path: '/sender/override',
    allow: 'admin',
    summary: 'Takes that back.',
    run: ({ tx }) => overrideSender(tx, null),
  }),
  look({
    path: '/delivery-rules',
    allow: 'viewer',
    summary: 'Where bounces go, when an address rests, and how a new sender warms up.',
    reply: DeliveryRules,
    run: ({ tx }) => readRules(tx),
  }),
  change('patch', {
    path: '/delivery-rules',
    allow: 'admin',
    summary: 'Changes where bounces go, when an address rests, and how a new sender warms up.',
    body: DeliveryRules.partial().strict(),
    reply: DeliveryRules,
    run: ({ tx, body, tools }) => changeRules(tx, body, tools.clock()),
  }),
]

const paceRoutes: Endpoint[] = [
  look({
    path: '/domain-paces',
    allow: 'viewer',
    summary: 'How fast the mailboxes of each big provider are written to.',
    reply: listOf(DomainPace),
    run: async ({ tx, tools }) => ({ items: await listPaces(tx, tools.settings, tools.clock()) }),
  }),
  change('put', {
    path: '/domain-paces',
    allow: 'admin',
    summary: 'Sets the pace of a domain, which its provider shares; two times null is as usual.',
    body: z.strictObject({
      domain: z.string().trim().min(3).max(253),
      perMinute: z.number().int().min(1).max(100_000).nullable(),
      concurrent: z.number().int().min(1).max(100).nullable(),
    }),
    run: ({ tx, body }) => setPace(tx, body),
  }),
]

const hookRoutes: Endpoint[] = [
  look({
    path: '/mail-hooks',
    allow: 'admin',
    summary: 'Mail providers that report bounces and complaints here.',
    reply: listOf(MailHook),
    run: async ({ tx }) => ({ items: await listHooks(tx) }),
  }),
  change('put', {
    path: '/mail-hooks',
    allow: 'admin',
    summary: 'Makes the address to which a provider reports; it is shown once.',
    body: z.strictObject({ provider: HookProvider, key: z.string().trim().min(1).max(2000).nullable().default(null) }),
    reply: MailHook,
    secret: true,
    run: ({ tx, body, caller, tools }) =>
      makeHook(tx, body, { ...caller, settings: tools.settings, at: tools.clock() }),
  }),
  change('post', {
    path: '/mail-hooks/endings',
    allow: 'admin',
    summary: 'Ends the address of a provider.',
    body: z.strictObject({ provider: HookProvider }),
    run: ({ tx, body }) => endHook(tx, body.provider),
  }),
]

const messageRoutes: Endpoint[] = [
  look({
    path: '/messages/totals',
    allow: 'viewer',
    summary: 'How many messages ended how.',
    query: MessageQuery,
    reply: MessageTotals,
    run: ({ tx, query }) => totalMessages(tx, query),
  }),
  download({
    path: '/messages/file',
    allow: 'manager',
    summary: 'Messages with what became of them as a CSV.',
    query: MessageQuery,
    run: async ({ tools, caller, query }) => messagesFile(tools.database, caller, query),
  }),
]

/** Addresses of what becomes of mails: suppressions, sender, paces, providers, totals. */
export const deliveryRoutes: Endpoint[] = [
  ...messageRoutes,
  ...suppressionRoutes,
  ...senderRoutes,
  ...paceRoutes,
  ...hookRoutes,
]
