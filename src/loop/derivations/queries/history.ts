import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { HistoryRule, LastValue } from '../../../vocabulary/index.ts'
import type { Calendar, Derived } from './rules.ts'

/** Computes the attributes of these people from their touchpoints up to now; rows that stay as they are are not written. */
export async function computeFromHistory(
  tx: Tx,
  personIds: readonly string[],
  derived: readonly Derived<HistoryRule>[],
  calendar: Calendar,
): Promise<number> {
  if (derived.length === 0 || personIds.length === 0) return 0
  const names = derived.map(({ name }) => name)
  await oneAfterTheOther(tx)
  const result = await sql`
    update people p set attributes = (p.attributes - ${names}::text[]) || f.measured, changed_at = now()
    from (
      select w.person_id, h.measured from unnest(${personIds}::uuid[]) as w (person_id)
      cross join lateral (
        select jsonb_strip_nulls(${measured(derived, calendar)}) as measured from touchpoints t
        where t.person_id = w.person_id and t.occurred_at <= now() offset 0) h
    ) f
    where p.person_id = f.person_id and p.person_id = any(${personIds}::uuid[])
      and p.attributes is distinct from (p.attributes - ${names}::text[]) || f.measured`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** What the rules find in a person's history up to an earlier moment, whose day the calendar says. */
export async function historyUntil(
  reader: Reader,
  personId: string,
  at: string,
  { derived, calendar }: { derived: readonly Derived<HistoryRule>[]; calendar: Calendar },
): Promise<Record<string, unknown>> {
  if (derived.length === 0) return {}
  const { rows } = await sql<{ measured: Record<string, unknown> }>`
    select jsonb_strip_nulls(${measured(derived, calendar)}) as measured from touchpoints t
    where t.person_id = ${personId} and t.occurred_at <= ${at}::timestamptz`.execute(reader)
  return rows[0]?.measured ?? {}
}

/** Two at once could leave what the slower one had seen before: whoever computes sees all that was computed before. */
const oneAfterTheOther = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('computed attributes ' || current_setting('app.workspace_id'), 0))`.execute(
    tx,
  )

/** All measures of one person as one object. */
const measured = (derived: readonly Derived<HistoryRule>[], calendar: Calendar): RawBuilder<unknown> =>
  sql.join(
    derived.map(({ name, rule }) => sql`jsonb_build_object(${name}::text, ${measureOf(rule, calendar)})`),
    sql` || `,
  )

/** What a rule measures of the touchpoints `t` of one person. */
export function measureOf(rule: HistoryRule, { timeZone, today }: Calendar): RawBuilder<unknown> {
  const counted = countedBy(rule, timeZone, today)
  const daysSince = (moment: RawBuilder<unknown>) => sql`${today}::date - (${moment} at time zone ${timeZone})::date`
  switch (rule.measure) {
    case 'count':
      return sql`count(*) filter (where ${counted})`
    case 'days_since_last':
      return daysSince(sql`(max(t.occurred_at) filter (where ${counted}))`)
    case 'days_since_first':
      return daysSince(sql`(min(t.occurred_at) filter (where ${counted}))`)
    case 'sum_amount':
      return sql`trim_scale(coalesce(sum(t.amount_cents) filter (where ${counted} and coalesce(t.currency = ${rule.currency}, true)), 0) / 100.0)`
    case 'last_value':
      return lastOf(rule.field ?? 'title', counted)
  }
}

const FIELDS: Record<LastValue, RawBuilder<unknown>> = {
  title: sql`t.title`,
  state: sql`t.state`,
  amount: sql`trim_scale(t.amount_cents / 100.0)`,
  discounted: sql`t.discounted`,
}

/** The newest that has a value at all. */
const lastOf = (field: LastValue, counted: RawBuilder<unknown>) =>
  sql`(array_agg(${FIELDS[field]} order by t.occurred_at desc, t.touchpoint_id desc) filter (where ${counted} and ${FIELDS[field]} is not null))[1]`

/** Which touchpoints a rule counts. */
function countedBy({ kind, states, title, withinDays }: HistoryRule, timeZone: string, today: string) {
  const conditions = [sql`true`]
  if (kind) conditions.push(sql`t.kind = ${kind}`)
  if (states.length > 0) conditions.push(sql`lower(t.state) = any(${states.map(state => state.toLowerCase())}::text[])`)
  if (title) conditions.push(sql`lower(t.title) = lower(${title})`)
  if (withinDays) {
    conditions.push(
      sql`t.occurred_at >= (${today}::date - ${withinDays}::integer + 1)::timestamp at time zone ${timeZone}`,
    )
  }
  return sql`(${sql.join(conditions, sql` and `)})`
}
