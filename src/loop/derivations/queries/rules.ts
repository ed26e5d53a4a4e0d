import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { AnswerRule, AttributeRule, AttributeType, HistoryRule } from '../../../vocabulary/index.ts'

/** An attribute whose values are found by a rule. */
export type Derived<R = AttributeRule> = { name: string; rule: R }
/** All of a workspace by where they come from. */
export type Rules = { fromAnswers: Derived<AnswerRule>[]; fromHistory: Derived<HistoryRule>[] }

/** Every rule that is in force. */
export async function rulesInForce(reader: Reader): Promise<Rules> {
  const rows = await reader
    .selectFrom('attribute_definitions')
    .select(['name', 'rule'])
    .where('source', '<>', 'given')
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  // Only rules that were checked are written.
  const all = rows.map(({ name, rule }) => ({ name, rule: rule as unknown as AttributeRule }))
  return {
    fromAnswers: all.flatMap(({ name, rule }) => (rule.from === 'answer' ? [{ name, rule }] : [])),
    fromHistory: all.flatMap(({ name, rule }) => (rule.from === 'history' ? [{ name, rule }] : [])),
  }
}

/** The definition of an attribute, held until the end of the transaction. */
export const lockDefinition = (tx: Tx, name: string) =>
  tx
    .selectFrom('attribute_definitions')
    .select(['type', 'source', 'rule', 'archived_at'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()

/** Writes where the values come from, with the definition where there was none. */
export async function upsertRule(tx: Tx, name: string, type: AttributeType, rule: AttributeRule): Promise<void> {
  const source = rule.from === 'answer' ? ('answer' as const) : ('computed' as const)
  const row = { type, source, rule: JSON.stringify(rule), archived_at: null, changed_at: sql<Date>`now()` }
  await tx
    .insertInto('attribute_definitions')
    .values({ name, ...row })
    .onConflict(conflict => conflict.columns(['workspace_id', 'name']).doUpdateSet(row))
    .execute()
}

/** The values are given from now on. */
export const dropRule = (tx: Tx, name: string) =>
  tx
    .updateTable('attribute_definitions')
    .set({ source: 'given', rule: null, changed_at: sql<Date>`now()` })
    .where('name', '=', name)
    .execute()

/** What a survey asks in its newest version. */
export const surveyAsks = (reader: Reader, surveyId: string) =>
  reader
    .selectFrom('surveys as s')
    .innerJoin('survey_versions as v', join =>
      join.onRef('v.workspace_id', '=', 's.workspace_id').onRef('v.survey_id', '=', 's.survey_id'),
    )
    .select(['s.opening', 's.anonymous', 'v.wording'])
    .where('s.survey_id', '=', surveyId)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The day it is (or was at a moment) for the workspace, and its zone: days are counted on its calendar. */
export async function calendarOf(reader: Reader, at: string | null = null): Promise<Calendar> {
  const day = sql<string>`((coalesce(${at}::timestamptz, now()) at time zone time_zone)::date)::text`
  return await reader
    .selectFrom('workspaces')
    .select(['time_zone as timeZone', day.as('today')])
    .executeTakeFirstOrThrow()
}
export type Calendar = { timeZone: string; today: string }
