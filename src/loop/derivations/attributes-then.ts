import type { Reader } from '../../platform/database/index.ts'
import type { HistoryRule } from '../../vocabulary/index.ts'
import { saidAfter } from './queries/answers.ts'
import { historyUntil } from './queries/history.ts'
import { calendarOf, rulesInForce } from './queries/rules.ts'

/** How what stood about a person on an earlier day differs from what stands now. */
export type Then = {
  /** Attributes whose values of now say nothing about that day. */
  without: string[]
  /** What history says of it instead. */
  known: Record<string, unknown>
}

/**
 * Computed values as of an earlier day, for answers that are entered later. A touchpoint keeps no record of the states it went
 * through, so that what is measured by states stays unknown; so does what the person said only after that day.
 */
export async function attributesThen(reader: Reader, personId: string, at: string): Promise<Then> {
  const calendar = await calendarOf(reader, at)
  if (calendar.today >= (await calendarOf(reader)).today) return { without: [], known: {} }
  const { fromHistory } = await rulesInForce(reader)
  const derived = fromHistory.filter(({ rule }) => !restsOnStates(rule))
  return {
    without: [...fromHistory.map(({ name }) => name), ...(await saidAfter(reader, personId, at))],
    known: await historyUntil(reader, personId, at, { derived, calendar }),
  }
}

const restsOnStates = ({ states, field }: HistoryRule): boolean => states.length > 0 || field === 'state'
