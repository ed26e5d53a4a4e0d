import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { LeftOut } from '../../../vocabulary/index.ts'
import { sortingFor } from '../waves/check-send.ts'
import { type Guest, invite } from '../waves/invite.ts'
import { putReminders } from '../waves/queries/waves.ts'
import { sortAudience } from '../waves/sort-candidates.ts'
import { periodOf } from './period-of.ts'
import { addLeftOut, ensureWave, seriesRow } from './queries.ts'
import type { Series } from './series.ts'

/** What came of somebody's turn. */
export type Outcome = { waveId: string; reason: LeftOut | null }

/** Asks those whose turn it is, by the same rules as any round; says for each person what came of it. */
export async function askTurns(
  tx: Tx,
  series: Series,
  personIds: string[],
  tools: Pick<Tools, 'settings' | 'clock'>,
): Promise<Map<string, Outcome>> {
  if (personIds.length === 0) return new Map()
  const at = tools.clock()
  const { waveId, isNew } = await ensureWave(tx, series, periodOf(at, series.apartDays), at)
  if (isNew) await putReminders(tx, waveId, series.reminders)
  const sorting = await sortingFor(tx, { audience: series.audience, channel: series.channel, by: null }, tools, waveId)
  const outcomes = new Map<string, Outcome>()
  const guests: Guest[] = []
  const counts: Record<string, number> = {}
  for await (const portion of sortAudience(tx, { ...sorting, among: personIds })) {
    guests.push(...portion.asked)
    for (const { personId, reason } of portion.leftOut) {
      outcomes.set(personId, { waveId, reason })
      counts[reason] = (counts[reason] ?? 0) + 1
    }
  }
  const { language, version } = await seriesRow(tx, series.surveyId)
  const reminderDays = series.reminders.reduce((sum, days) => sum + days, 0)
  const wave = {
    waveId,
    surveyId: series.surveyId,
    version: version ?? 1,
    language,
    secret: sorting.secret,
    at,
    reminderDays,
  }
  await invite(tx, wave, guests)
  for (const { personId } of guests) outcomes.set(personId, { waveId, reason: null })
  if (Object.keys(counts).length > 0) await addLeftOut(tx, waveId, counts)
  return outcomes
}
