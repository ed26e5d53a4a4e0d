import type { Caller } from '../../access/index.ts'
import type { Reader, Tx } from '../../platform/database/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { type AskedWording, type Dossier, type Presence, Refusal } from '../../vocabulary/index.ts'
import { readPerson } from '../people/index.ts'
import { askedWordings } from '../surveys/index.ts'
import { findCase, memberOf } from './find-case.ts'
import { caseLineOf } from './list-cases.ts'
import { caseRow } from './queries/cases.ts'
import {
  answerOfCase,
  insertReading,
  notesOf,
  othersAt,
  readingOf,
  standingClosure,
  upsertPresence,
} from './queries/work.ts'
import { sumUp } from './sum-up.ts'
import { answerEntry, answerEntryId, timeLineOf } from './time-line.ts'

/** Somebody who was at the case this lately is taken to be at it still. */
const PRESENT_MS = 60_000
/** Somebody who was at it this lately is named, so that two do not write. */
const LATELY_MS = 15 * 60_000

/** Everything about a case that a member reads before the contact. */
export async function readDossier(reader: Reader, caseId: string, caller: Caller, tools: Tools): Promise<Dossier> {
  const row = await caseRow(reader, caseId)
  if (!row) throw new Refusal('not_found')
  const now = tools.clock()
  const answer = await answerOfCase(reader, row.response_id)
  const [asked = null] = await askedWordings(reader, [answer])
  const person = row.person_id ? await readPerson(reader, row.person_id, tools.settings.secret) : null
  const timeLine = row.person_id ? await timeLineOf(reader, row.person_id) : [answerEntry(answer, asked)]
  const reading = caller.accountId ? await readingOf(reader, caseId, caller.accountId) : undefined
  const closure = await standingClosure(reader, caseId)
  return {
    ...caseLineOf(row, now),
    response: responseOf(answer, asked),
    person,
    timeLine,
    summary: sumUp(timeLine, answerEntryId(row.response_id), now),
    notes: (await notesOf(reader, caseId)).map(noteOf),
    readAt: reading?.read_at.toISOString() ?? null,
    others: await others(reader, caseId, caller.accountId, now),
    closure: closure
      ? {
          cause: closure.cause,
          outcome: closure.outcome,
          expected: closure.expected,
          closedBy: closure.closed_by,
          closedAt: closure.closed_at.toISOString(),
        }
      : null,
  }
}

/** Notes that the caller read the time line: from then on they may contact the person. */
export async function markRead(tx: Tx, caseId: string, caller: Caller, now: Date): Promise<void> {
  const accountId = memberOf(caller)
  await findCase(tx, caseId)
  await insertReading(tx, caseId, accountId, now)
}

/** Says that the caller is at the case, and learns who else is. */
export async function showPresence(
  tx: Tx,
  caseId: string,
  writing: boolean,
  { caller, now }: { caller: Caller; now: Date },
): Promise<{ items: Presence[] }> {
  const accountId = memberOf(caller)
  if (!(await caseRow(tx, caseId))) throw new Refusal('not_found')
  await upsertPresence(tx, { caseId, accountId, writing, at: now })
  return { items: await others(tx, caseId, accountId, now) }
}

async function others(reader: Reader, caseId: string, accountId: string | null, now: Date): Promise<Presence[]> {
  const rows = await othersAt(reader, caseId, accountId, new Date(now.getTime() - LATELY_MS))
  return rows.map(row => ({
    name: row.name,
    writing: row.writing && now.getTime() - row.seen_at.getTime() < PRESENT_MS,
    seenAt: row.seen_at.toISOString(),
  }))
}

type Answer = Awaited<ReturnType<typeof answerOfCase>>
type Note = Awaited<ReturnType<typeof notesOf>>[number]

const noteOf = (note: Note): Dossier['notes'][number] => ({
  noteId: note.note_id,
  author: note.author,
  body: note.body,
  mentioned: note.mentioned,
  writtenAt: note.written_at.toISOString(),
})

const responseOf = (answer: Answer, asked: AskedWording | null): Dossier['response'] => ({
  responseId: answer.response_id,
  surveyId: answer.survey_id,
  surveyName: answer.survey_name,
  asked,
  opening: answer.opening,
  score: answer.score,
  rating: answer.rating,
  comment: answer.comment,
  reason: answer.reason,
  language: answer.language,
  channel: answer.channel,
  answeredAt: answer.answered_at.toISOString(),
})
