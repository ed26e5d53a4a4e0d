import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { CaseClosing } from '../../../vocabulary/index.ts'

/** The answer of a case with the survey that asked. */
export const answerOfCase = (reader: Reader, responseId: string) =>
  reader
    .selectFrom('responses as r')
    .innerJoin('surveys as s', join =>
      join.onRef('s.workspace_id', '=', 'r.workspace_id').onRef('s.survey_id', '=', 'r.survey_id'),
    )
    .select([
      'r.response_id',
      'r.opening',
      'r.score',
      'r.rating',
      'r.comment',
      'r.reason',
      'r.language',
      'r.channel',
      'r.answered_at',
      'r.survey_id',
      'r.survey_version',
      's.name as survey_name',
    ])
    .where('r.response_id', '=', responseId)
    .executeTakeFirstOrThrow()

/** What these answers say now, by their ids; those that are gone are missing. */
export async function answersAsTheyStand(reader: Reader, responseIds: string[]) {
  const rows = await reader
    .selectFrom('responses')
    .select(['response_id', 'opening', 'score', 'rating', 'answered_at'])
    .where('response_id', '=', sql<string>`any(${responseIds}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.response_id, row]))
}

/** Comments of members, oldest first, with the names they mention. */
export const notesOf = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('case_notes as n')
    .leftJoin('accounts as a', 'a.account_id', 'n.account_id')
    .select(['n.note_id', 'n.body', 'n.written_at', 'a.name as author'])
    .select(
      sql<
        string[]
      >`coalesce((select array_agg(m.name order by m.name) from accounts m where m.account_id = any(n.mentioned)), '{}')`.as(
        'mentioned',
      ),
    )
    .where('n.case_id', '=', caseId)
    .orderBy('n.written_at')
    .limit(200)
    .execute()

/** Keeps a comment; its id. */
export async function insertNote(
  tx: Tx,
  note: { caseId: string; accountId: string | null; body: string; mentioned: string[] },
) {
  const row = await tx
    .insertInto('case_notes')
    .values({ case_id: note.caseId, account_id: note.accountId, body: note.body, mentioned: note.mentioned })
    .returning('note_id')
    .executeTakeFirstOrThrow()
  return row.note_id
}

/** When an account first read the time line. */
export const readingOf = (reader: Reader, caseId: string, accountId: string) =>
  reader
    .selectFrom('case_dossier_reads')
    .select('read_at')
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

/** Notes that an account read the time line; the first time counts. */
export const insertReading = (tx: Tx, caseId: string, accountId: string, at: Date) =>
  tx
    .insertInto('case_dossier_reads')
    .values({ case_id: caseId, account_id: accountId, read_at: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** Notes that an account is at the case. */
export const upsertPresence = (tx: Tx, presence: { caseId: string; accountId: string; writing: boolean; at: Date }) =>
  tx
    .insertInto('case_presences')
    .values({
      case_id: presence.caseId,
      account_id: presence.accountId,
      writing: presence.writing,
      seen_at: presence.at,
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'case_id', 'account_id'])
        .doUpdateSet({ writing: presence.writing, seen_at: presence.at }),
    )
    .execute()

/** Who else was at the case since `since`, last seen first. */
export const othersAt = (reader: Reader, caseId: string, accountId: string | null, since: Date) =>
  reader
    .selectFrom('case_presences as q')
    .innerJoin('accounts as a', 'a.account_id', 'q.account_id')
    .select(['a.name', 'q.writing', 'q.seen_at'])
    .where('q.case_id', '=', caseId)
    .where('q.seen_at', '>', since)
    .$if(accountId !== null, query => query.where('q.account_id', '!=', accountId ?? ''))
    .orderBy('q.seen_at', 'desc')
    .execute()

/** Keeps a reply or a call; its id. */
export async function insertContact(
  tx: Tx,
  contact: {
    caseId: string
    kind: 'email' | 'call'
    accountId: string
    at: Date
    note?: string | null
    reached?: boolean
    messageId?: string
  },
): Promise<string> {
  const row = await tx
    .insertInto('case_contacts')
    .values({
      case_id: contact.caseId,
      kind: contact.kind,
      account_id: contact.accountId,
      contacted_at: contact.at,
      note: contact.note ?? null,
      reached: contact.reached ?? null,
      message_id: contact.messageId ?? null,
    })
    .returning('contact_id')
    .executeTakeFirstOrThrow()
  return row.contact_id
}

/** The closure that stands, with who closed. */
export const standingClosure = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('case_closures as cl')
    .leftJoin('accounts as a', 'a.account_id', 'cl.closed_by')
    .select(['cl.cause', 'cl.outcome', 'cl.expected', 'cl.closed_at', 'a.name as closed_by'])
    .where('cl.case_id', '=', caseId)
    .where('cl.reopened_at', 'is', null)
    .executeTakeFirst()

/** Writes that a case is closed; nothing where it was closed already. */
export const insertClosure = (tx: Tx, caseId: string, closing: CaseClosing, by: string | null, at: Date) =>
  tx
    .insertInto('case_closures')
    .values({
      case_id: caseId,
      cause: closing.cause,
      outcome: closing.outcome,
      expected: closing.expected ?? null,
      closed_by: by,
      closed_at: at,
    })
    .execute()

/** Ends the closure that stands. */
export const endClosure = (tx: Tx, caseId: string, by: string | null, at: Date) =>
  tx
    .updateTable('case_closures')
    .set({ reopened_by: by, reopened_at: at })
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .execute()
