import { z } from 'zod'
import { AskedWording } from './asked-wording.ts'
import { Person } from './person.ts'
import { openingAnswer } from './question.ts'

const moment = z.iso.datetime()

/** Where a case waits: detractors for support, passives for probing, promoters for thanks. */
export const CASE_QUEUES = ['support', 'probe', 'thanks'] as const
export const CaseQueue = z.enum(CASE_QUEUES)
export type CaseQueue = z.infer<typeof CaseQueue>

/** Why the customer answered so; needed to close (001-4). */
export const CASE_CAUSES = [
  'incident',
  'usage_error',
  'missing_feature',
  'expectation_mismatch',
  'support_communication',
  'other',
] as const
export const CaseCause = z.enum(CASE_CAUSES)
export type CaseCause = z.infer<typeof CaseCause>

/** What became of it; needed to close (001-6). */
export const CASE_OUTCOMES = ['won_back', 'neutral', 'lost', 'unreachable'] as const
export const CaseOutcome = z.enum(CASE_OUTCOMES)
export type CaseOutcome = z.infer<typeof CaseOutcome>

export const CaseState = z.enum(['open', 'snoozed', 'closed'])
export type CaseState = z.infer<typeof CaseState>

/** A case in the inbox. */
export const CaseLine = z.object({
  caseId: z.uuid(),
  queue: CaseQueue,
  state: CaseState,
  ...openingAnswer,
  comment: z.string().nullable(),
  channel: z.string(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  company: z.string().nullable(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  openedAt: moment,
  dueAt: moment,
  snoozedUntil: moment.nullable(),
  /** The first reply or call; it stops the clock. */
  firstContactAt: moment.nullable(),
  closedAt: moment.nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** Which cases a list shows. */
export const CaseQuery = z.strictObject({
  view: z.enum(['all', 'mine', 'mentioned', 'overdue']).default('all'),
  queue: CaseQueue.optional(),
  state: CaseState.default('open'),
  sort: z.enum(['due', 'newest', 'stake']).default('due'),
  personId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})
export type CaseQuery = z.infer<typeof CaseQuery>

const QueueCount = z.object({ open: z.number().int(), due: z.number().int() })
/** How many cases are open, and how many of them are due by the end of today without a contact. */
export const CaseCounts = z.object({
  support: QueueCount,
  probe: QueueCount,
  thanks: QueueCount,
  mine: QueueCount,
  all: QueueCount,
  mentioned: z.number().int(),
})
export type CaseCounts = z.infer<typeof CaseCounts>

/** One thing that happened with a person: an answer, an order, a ticket, a call, a mail, a closed case. */
export const TimeLineEntry = z.object({
  entryId: z.string(),
  kind: z.enum(['answer', 'order', 'ticket', 'call', 'mail', 'visit', 'price', 'note', 'case']),
  occurredAt: moment,
  title: z.string().nullable(),
  body: z.string().nullable(),
  /** State in the system it comes from; of a case its outcome, of a mail what became of it. */
  state: z.string().nullable(),
  source: z.string(),
  score: z.number().int().nullable(),
  /** Of an answer: what it got on whichever scale, and the words that it answered. */
  answer: z.object({ ...openingAnswer, asked: AskedWording.nullable() }).nullable(),
  amountCents: z.number().nullable(),
  currency: z.string().nullable(),
  discounted: z.boolean().nullable(),
  /** The member who did it. */
  by: z.string().nullable(),
})
export type TimeLineEntry = z.infer<typeof TimeLineEntry>

/** What stands in "Before you write": a rule with its figures, and the entries it was drawn from. */
export const SummaryLine = z.object({
  rule: z.enum([
    'nothing_before',
    'scores',
    'fell_after',
    'open_ticket',
    'tickets',
    'nobody_replied',
    'replied',
    'orders',
    'only_discounted',
    'price_rise',
  ]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  sources: z.array(z.string()),
})
export type SummaryLine = z.infer<typeof SummaryLine>

/** A comment of a member on a case. */
export const CaseNote = z.object({
  noteId: z.uuid(),
  author: z.string().nullable(),
  body: z.string(),
  mentioned: z.array(z.string()),
  writtenAt: moment,
})
export type CaseNote = z.infer<typeof CaseNote>

/** Somebody else at the case. */
export const Presence = z.object({ name: z.string(), writing: z.boolean(), seenAt: moment })
export type Presence = z.infer<typeof Presence>

/** How a case was closed. */
export const CaseClosing = z.strictObject({
  cause: CaseCause,
  outcome: CaseOutcome,
  /** What the customer expected, in their words. */
  expected: z.string().trim().max(2000).nullish(),
})
export type CaseClosing = z.infer<typeof CaseClosing>

/** Everything about a case that a member reads before the contact. */
export const Dossier = CaseLine.extend({
  response: z.object({
    responseId: z.uuid(),
    surveyId: z.uuid(),
    surveyName: z.string(),
    ...openingAnswer,
    asked: AskedWording.nullable(),
    comment: z.string().nullable(),
    reason: z.string().nullable(),
    language: z.string().nullable(),
    channel: z.string(),
    answeredAt: moment,
  }),
  person: Person.nullable(),
  summary: z.array(SummaryLine),
  timeLine: z.array(TimeLineEntry),
  notes: z.array(CaseNote),
  /** When the caller read the time line; contact is possible from then on. */
  readAt: moment.nullable(),
  others: z.array(Presence),
  closure: z
    .object({
      cause: CaseCause,
      outcome: CaseOutcome,
      expected: z.string().nullable(),
      closedBy: z.string().nullable(),
      closedAt: moment,
    })
    .nullable(),
})
export type Dossier = z.infer<typeof Dossier>
