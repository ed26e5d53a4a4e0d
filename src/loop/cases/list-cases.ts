import type { Caller } from '../../access/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import {
  type CaseCounts,
  type CaseLine,
  type CaseQuery,
  cursorOf,
  type Page,
  readCursor,
} from '../../vocabulary/index.ts'
import { type CaseRow, casePage, mentionCount, openCounts } from './queries/cases.ts'
import { workspaceClock } from './queries/time-line.ts'
import { endOfDay } from './working-days.ts'

/** A case as lists show it. */
export const caseLineOf = (row: CaseRow, now: Date): CaseLine => ({
  caseId: row.case_id,
  queue: row.queue,
  state: row.closed_at ? 'closed' : row.snoozed_until && row.snoozed_until > now ? 'snoozed' : 'open',
  opening: row.opening,
  score: row.score,
  rating: row.rating,
  comment: row.comment,
  channel: row.channel,
  personId: row.person_id,
  personName: row.person_name,
  company: row.company,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  openedAt: row.opened_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  snoozedUntil: row.snoozed_until?.toISOString() ?? null,
  firstContactAt: row.first_contact_at?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
})

/** A page of the inbox. */
export async function listCases(reader: Reader, query: CaseQuery, caller: Caller, now: Date): Promise<Page<CaseLine>> {
  const seen = { accountId: caller.accountId, now }
  const rows = await casePage(reader, query, seen, readCursor(query.cursor))
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    items: rows.slice(0, query.limit).map(row => caseLineOf(row, now)),
    next: last ? cursorAfter(last, query) : null,
  }
}

function cursorAfter(row: CaseRow, query: CaseQuery): string {
  if (query.state === 'closed') return cursorOf([row.closed_at?.toISOString() ?? '', row.case_id])
  if (query.sort === 'stake') return cursorOf([row.stake, row.case_id])
  return cursorOf([(query.sort === 'newest' ? row.opened_at : row.due_at).toISOString(), row.case_id])
}

/** How many cases wait in each queue, for the caller, and in all. */
export async function countCases(reader: Reader, accountId: string | null, now: Date): Promise<CaseCounts> {
  const endOfToday = endOfDay(now, await workspaceClock(reader))
  const rows = await openCounts(reader, { accountId, now, endOfToday })
  const sum = (fits: (row: (typeof rows)[number]) => boolean) => {
    const found = rows.filter(fits)
    return { open: total(found, 'open'), due: total(found, 'due') }
  }
  return {
    support: sum(row => row.queue === 'support'),
    probe: sum(row => row.queue === 'probe'),
    thanks: sum(row => row.queue === 'thanks'),
    mine: sum(row => row.mine),
    all: sum(() => true),
    mentioned: accountId ? await mentionCount(reader, accountId) : 0,
  }
}

const total = (rows: { open: number; due: number }[], of: 'open' | 'due') => rows.reduce((sum, row) => sum + row[of], 0)
