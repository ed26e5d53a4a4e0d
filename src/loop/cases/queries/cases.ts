import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { CaseQuery, CaseQueue } from '../../../vocabulary/index.ts'

const FIRST_CONTACT = sql<Date | null>`(select min(k.contacted_at) from case_contacts k
  where k.workspace_id = c.workspace_id and k.case_id = c.case_id)`
// What a customer is worth a year, where an attribute says so: the stake of a case.
const STAKE = sql<number>`(case when p.attributes ->> 'annual_value' ~ '^[0-9]{1,12}([.][0-9]+)?$'
  then (p.attributes ->> 'annual_value')::double precision else 0 end)`

/** Cases with their answer, person, owner and standing closure. */
const cases = (reader: Reader) =>
  reader
    .selectFrom('cases as c')
    .innerJoin('responses as r', join =>
      join.onRef('r.workspace_id', '=', 'c.workspace_id').onRef('r.response_id', '=', 'c.response_id'),
    )
    .leftJoin('people as p', join =>
      join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .leftJoin('accounts as o', 'o.account_id', 'c.owner_id')
    .leftJoin('case_closures as cl', join =>
      join
        .onRef('cl.workspace_id', '=', 'c.workspace_id')
        .onRef('cl.case_id', '=', 'c.case_id')
        .on('cl.reopened_at', 'is', null),
    )
    .select([
      'c.case_id',
      'c.response_id',
      'c.queue',
      'c.owner_id',
      'c.opened_at',
      'c.due_at',
      'c.snoozed_until',
      'c.person_id',
      'r.opening',
      'r.score',
      'r.rating',
      'r.comment',
      'r.channel',
      'p.name as person_name',
      'p.company',
      'o.name as owner_name',
      'cl.closed_at',
    ])
    .select(FIRST_CONTACT.as('first_contact_at'))
    .select(STAKE.as('stake'))
export type CaseRow = Awaited<ReturnType<typeof caseRow>> & object

/** One case. */
export const caseRow = (reader: Reader, caseId: string) =>
  cases(reader).where('c.case_id', '=', caseId).executeTakeFirst()

/** Whom a list is for, and when. */
export type Seen = { accountId: string | null; now: Date }

/** A page of the inbox, in the order asked for, after the cursor: first which cases, then what is shown of them. */
export function casePage(reader: Reader, query: CaseQuery, seen: Seen, after: (string | number)[] | null) {
  const [column, direction] = orderOf(query)
  const isStake = query.sort === 'stake' && query.state !== 'closed'
  const value = isStake ? sql`${after?.[0] ?? 0}::double precision` : sql`${after?.[0] ?? null}::timestamptz`
  const beyond = sql<boolean>`(${column}, c.case_id) ${direction === 'asc' ? sql`>` : sql`<`} (${value}, ${String(after?.[1] ?? '')}::uuid)`
  const page = listed(reader, isStake)
    .select('c.case_id')
    .where(isIn(query, seen))
    .$if(query.queue !== undefined, narrowed => narrowed.where('c.queue', '=', query.queue ?? 'support'))
    .$if(query.personId !== undefined, narrowed => narrowed.where('c.person_id', '=', query.personId ?? ''))
    .$if(after !== null, narrowed => narrowed.where(beyond))
    .orderBy(column, direction)
    .orderBy('c.case_id', direction)
    .limit(query.limit + 1)
  return cases(reader)
    .where('c.case_id', 'in', page)
    .orderBy(column, direction)
    .orderBy('c.case_id', direction)
    .execute()
}

/** Cases with their standing closure, and with the person where the order needs it. */
const listed = (reader: Reader, withPerson: boolean) =>
  reader
    .selectFrom('cases as c')
    .leftJoin('case_closures as cl', join =>
      join
        .onRef('cl.workspace_id', '=', 'c.workspace_id')
        .onRef('cl.case_id', '=', 'c.case_id')
        .on('cl.reopened_at', 'is', null),
    )
    .$if(withPerson, query =>
      query.leftJoin('people as p', join =>
        join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.person_id', '=', 'c.person_id'),
      ),
    )

function orderOf(query: CaseQuery): [RawBuilder<unknown>, 'asc' | 'desc'] {
  if (query.state === 'closed') return [sql`cl.closed_at`, 'desc']
  if (query.sort === 'newest') return [sql`c.opened_at`, 'desc']
  return query.sort === 'stake' ? [STAKE, 'desc'] : [sql`c.due_at`, 'asc']
}

function isIn({ view, state }: CaseQuery, { accountId, now }: Seen): RawBuilder<boolean> {
  const inState = {
    open: sql<boolean>`cl.closed_at is null and (c.snoozed_until is null or c.snoozed_until <= ${now})`,
    snoozed: sql<boolean>`cl.closed_at is null and c.snoozed_until > ${now}`,
    closed: sql<boolean>`cl.closed_at is not null`,
  }[state]
  const inView = {
    all: sql<boolean>`true`,
    mine: sql<boolean>`c.owner_id = ${accountId}`,
    mentioned: sql<boolean>`exists (select from case_notes n where n.workspace_id = c.workspace_id and n.case_id = c.case_id
      and n.mentioned @> array[${accountId}::uuid])`,
    overdue: sql<boolean>`c.due_at < ${now} and not exists (select from case_contacts k
      where k.workspace_id = c.workspace_id and k.case_id = c.case_id)`,
  }[view]
  return sql<boolean>`(${inState}) and (${inView})`
}

/** Open cases by queue and owner: how many, and how many due by the end of today without a contact. */
export async function openCounts(reader: Reader, { accountId, now, endOfToday }: Seen & { endOfToday: Date }) {
  const { rows } = await sql<{ queue: CaseQueue; mine: boolean; open: number; due: number }>`
    select c.queue, c.owner_id is not distinct from ${accountId}::uuid and c.owner_id is not null as mine, count(*)::int as open,
      (count(*) filter (where c.due_at < ${endOfToday} and not exists (select from case_contacts k
        where k.workspace_id = c.workspace_id and k.case_id = c.case_id)))::int as due
    from cases c
    where (c.snoozed_until is null or c.snoozed_until <= ${now})
      and not exists (select from case_closures cl
        where cl.workspace_id = c.workspace_id and cl.case_id = c.case_id and cl.reopened_at is null)
    group by 1, 2`.execute(reader)
  return rows
}

/** How many open cases have a comment that mentions the account. */
export async function mentionCount(reader: Reader, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct n.case_id)::int as count from case_notes n
    where n.mentioned @> array[${accountId}::uuid] and not exists (select from case_closures cl
      where cl.workspace_id = n.workspace_id and cl.case_id = n.case_id and cl.reopened_at is null)`.execute(reader)
  return rows[0]?.count ?? 0
}

/** A case as it is opened. */
export type NewCase = {
  responseId: string
  personId: string | null
  queue: CaseQueue
  openedAt: Date
  dueAt: Date
}

/** Opens the cases of answers that have none. */
export async function insertCases(tx: Tx, cases: NewCase[]) {
  if (cases.length === 0) return []
  const { rows } = await sql<Pick<NewCase, 'responseId' | 'personId' | 'queue'> & { caseId: string }>`
    insert into cases (response_id, person_id, queue, opened_at, due_at)
    select * from unnest(${cases.map(one => one.responseId)}::uuid[], ${cases.map(one => one.personId)}::uuid[],
      ${cases.map(one => one.queue)}::text[], ${cases.map(one => one.openedAt)}::timestamptz[], ${cases.map(one => one.dueAt)}::timestamptz[])
    on conflict (workspace_id, response_id) do nothing
    returning case_id as "caseId", response_id as "responseId", person_id as "personId", queue`.execute(tx)
  return rows
}

/** Moves an untouched open case to another queue after its answer was changed; nothing where a member was at work. */
export const requeue = (tx: Tx, responseId: string, queue: CaseQueue, dueAt: Date) =>
  tx
    .updateTable('cases as c')
    .set({ queue, due_at: dueAt })
    .where('c.response_id', '=', responseId)
    .where('c.queue', '!=', queue)
    .where(
      sql<boolean>`not exists (select from case_contacts k where k.workspace_id = c.workspace_id and k.case_id = c.case_id)`,
    )
    .where(
      sql<boolean>`not exists (select from case_closures cl where cl.workspace_id = c.workspace_id and cl.case_id = c.case_id)`,
    )
    .returning('c.case_id')
    .executeTakeFirst()

/** A case, locked until the end of the transaction, with whether a closure stands. */
export async function lockCase(tx: Tx, caseId: string) {
  const found = await tx.selectFrom('cases').selectAll().where('case_id', '=', caseId).forUpdate().executeTakeFirst()
  if (!found) return null
  const closure = await tx
    .selectFrom('case_closures')
    .select('closure_id')
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  return { ...found, closureId: closure?.closure_id ?? null }
}

/** Changes owner or snooze. */
export const updateCase = (
  tx: Tx,
  caseId: string,
  changes: { owner_id?: string | null; snoozed_until?: Date | null },
) => tx.updateTable('cases').set(changes).where('case_id', '=', caseId).execute()

/** The members among these accounts who may work on cases. */
export async function workingMembers(reader: Reader, accountIds: string[]): Promise<string[]> {
  if (accountIds.length === 0) return []
  const rows = await reader
    .selectFrom('members')
    .select('account_id')
    .where('account_id', 'in', accountIds)
    .where('deactivated_at', 'is', null)
    .where('role', '!=', 'viewer')
    .execute()
  return rows.map(row => row.account_id)
}
