import type { Reader } from '../../platform/database/index.ts'
import type { AskedWording, TimeLineEntry } from '../../vocabulary/index.ts'
import { touchpointsOf } from '../history/index.ts'
import { askedWordings } from '../surveys/index.ts'
import { answersOf, callsWith, closuresOf, mailsTo } from './queries/time-line.ts'

const MOST = 100
type Given = Omit<
  TimeLineEntry,
  'title' | 'body' | 'state' | 'source' | 'score' | 'answer' | 'amountCents' | 'currency' | 'discounted' | 'by'
>
const entry = (given: Given & { [K in keyof TimeLineEntry]?: TimeLineEntry[K] }): TimeLineEntry => ({
  title: null,
  body: null,
  state: null,
  source: 'echolot',
  score: null,
  answer: null,
  amountCents: null,
  currency: null,
  discounted: null,
  by: null,
  ...given,
})

/** How the time line names an answer. */
export const answerEntryId = (responseId: string): string => `answer:${responseId}`

type Row<Query extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Query>>[number]

/** An answer as the time line shows it, with the words that it answered. */
export const answerEntry = (row: Row<typeof answersOf>, asked: AskedWording | null): TimeLineEntry =>
  entry({
    entryId: answerEntryId(row.response_id),
    kind: 'answer',
    occurredAt: row.answered_at.toISOString(),
    title: row.survey_name,
    body: row.comment,
    state: row.channel,
    score: row.score,
    answer: { opening: row.opening, score: row.score, rating: row.rating, asked },
  })

const touchpointEntry = (row: Row<typeof touchpointsOf>) =>
  entry({
    entryId: `${row.kind}:${row.touchpoint_id}`,
    kind: row.kind,
    occurredAt: row.occurred_at.toISOString(),
    title: row.title,
    body: row.body,
    state: row.state,
    source: row.source,
    amountCents: row.amount_cents,
    currency: row.currency,
    discounted: row.discounted,
  })

const mailEntry = (row: Row<typeof mailsTo>) =>
  entry({
    entryId: `mail:${row.message_id}`,
    kind: 'mail',
    occurredAt: (row.accepted_at ?? row.created_at).toISOString(),
    title: row.subject,
    body: row.purpose === 'case_reply' ? row.body : null,
    state: row.state,
    by: row.by,
  })

const callEntry = (row: Row<typeof callsWith>) =>
  entry({
    entryId: `call:${row.contact_id}`,
    kind: 'call',
    occurredAt: row.contacted_at.toISOString(),
    body: row.note,
    state: row.reached === false ? 'unreached' : 'reached',
    by: row.by,
  })

const closureEntry = (row: Row<typeof closuresOf>) =>
  entry({
    entryId: `case:${row.closure_id}`,
    kind: 'case',
    occurredAt: row.closed_at.toISOString(),
    title: row.cause,
    body: row.expected,
    state: row.outcome,
    by: row.by,
  })

/** Everything that happened with a person, from all stations, newest first. */
export async function timeLineOf(reader: Reader, personId: string): Promise<TimeLineEntry[]> {
  const answers = await answersOf(reader, personId, MOST)
  const asked = await askedWordings(reader, answers)
  const entries = [
    ...answers.map((row, i) => answerEntry(row, asked[i] ?? null)),
    ...(await touchpointsOf(reader, personId, MOST)).map(touchpointEntry),
    ...(await mailsTo(reader, personId, MOST)).map(mailEntry),
    ...(await callsWith(reader, personId, MOST)).map(callEntry),
    ...(await closuresOf(reader, personId, MOST)).map(closureEntry),
  ]
  return entries.sort((a, b) => b.occurredAt.localeCompare(a.occurredAt)).slice(0, 2 * MOST)
}
