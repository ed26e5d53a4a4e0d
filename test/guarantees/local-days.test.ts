// C10: days, turns and periods over both changes of the clock in 2026 and 2027, in every time zone there is.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { answersWithin, periodCounts } from '../../src/insight/pulse/queries/tallies.ts'
import { startsBetween } from '../../src/insight/pulse/trend.ts'
import { midnightAfter } from '../../src/loop/derivations/queries/refreshes.ts'
import { slotOf } from '../../src/loop/invitations/rolling/slot.ts'
import { localTime } from '../../src/platform/zone-clock.ts'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'

const { database } = await freshDatabase()
const ZONES = Intl.supportedValuesOf('timeZone')
/** A Sunday on which the clocks of Europe are set. */
const SPLIT = '2026-03-29'
const RANGE = { from: '2026-01-01', to: '2027-12-31' }

test('what runs once a day runs once on every day of the calendar, however long the day is', async () => {
  const next = midnightAfter(sql.ref('m.at'), sql.ref('z.zone'))
  const day = (moment: typeof next) => sql`(${moment} at time zone z.zone)::date`
  const { rows } = await database.readWorkspace({ workspaceId: crypto.randomUUID() }, reader =>
    sql<{ zone: string; at: Date; runs: Date }>`
      select z.zone, m.at, ${next} as runs from unnest(${ZONES}::text[]) z (zone)
      cross join generate_series(${RANGE.from}::timestamptz, ${RANGE.to}::timestamptz, interval '11 hours') m (at)
      where ${next} <= m.at or ${day(next)} <> ${day(sql.ref('m.at'))} + 1 limit 5`.execute(reader as never),
  )
  expect(rows).toEqual([])
})

/** The days round each change of a clock. */
async function daysOfChange(): Promise<{ zone: string; day: string }[]> {
  const shift = (moment: ReturnType<typeof sql>) =>
    sql`(${moment} at time zone z.zone) - (${moment} at time zone 'UTC')`
  const { rows } = await database.readWorkspace({ workspaceId: crypto.randomUUID() }, reader =>
    sql<{ zone: string; day: string }>`
      select distinct z.zone, ((m.at at time zone z.zone)::date + beside)::text as day from unnest(${ZONES}::text[]) z (zone)
      cross join generate_series(${RANGE.from}::timestamptz, ${RANGE.to}::timestamptz, interval '1 day') m (at)
      cross join generate_series(-1, 2) beside
      where ${shift(sql`m.at`)} <> ${shift(sql`(m.at + interval '1 day')`)}`.execute(reader as never),
  )
  return rows
}

test('a turn falls on its day, also where an hour of it is missing or comes twice', async () => {
  const rules = { spreadDays: 1, weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 0, untilHour: 24 }
  const days = await daysOfChange()
  expect(days.length).toBeGreaterThan(1500)
  const wrong = days.flatMap(({ zone, day }) =>
    ['anna', 'bela', 'cem', 'doro'].flatMap(personId => {
      const at = slotOf({ planId: 'p', personId, day, zone }, rules)
      return localTime(at, zone).day === day ? [] : [`${personId} on ${day} in ${zone}: ${at.toISOString()}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('every answer is in exactly one week and one month, in the one that its zone says', async () => {
  const { scope } = await freshWorkspace(database)
  await database.inWorkspace(scope, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: 'x' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    await sql`insert into responses (survey_id, channel, score, source, source_key, answered_at)
      select ${survey_id}, 'link', 7, 'import', at::text, at
      from generate_series('2026-01-03'::timestamptz, '2027-12-28'::timestamptz, interval '7 hours') at`.execute(tx)
  })
  const whole = { ...RANGE, sealed: false, segments: new Map(), definitions: new Map(), per: 'answer' as const }
  await database.readWorkspace(scope, async reader => {
    const { rows } = await sql<{ zone: string; months: number[]; n: number; early: number }>`
      select zone, array_agg(n order by month) as months, sum(n)::int as n, sum(early)::int as early from (
        select z.zone, to_char(r.answered_at at time zone z.zone, 'YYYY-MM') as month, count(*)::int as n,
          count(*) filter (where (r.answered_at at time zone z.zone)::date <= ${SPLIT}::date)::int as early
        from unnest(${ZONES}::text[]) z (zone) cross join responses r group by 1, 2) counted group by zone`.execute(
      reader as never,
    )
    expect(rows).toHaveLength(ZONES.length)
    // Zones that agree on every answer are one to the product as well.
    const kinds = new Map(rows.map(row => [[...row.months, row.early].join(), row]))
    expect(kinds.size).toBeGreaterThan(30)
    for (const { zone, months, n, early } of kinds.values()) {
      const inEach = async (unit: 'week' | 'month') => {
        const counts = await periodCounts(reader, { ...whole, timeZone: zone }, startsBetween(RANGE, unit))
        return counts.map(scores => scores.reduce((sum, count) => sum + count, 0))
      }
      const until = { ...whole, timeZone: zone, to: SPLIT }
      const after = { ...whole, timeZone: zone, from: '2026-03-30' }
      expect([await answersWithin(reader, until), await answersWithin(reader, after)], zone).toEqual([early, n - early])
      expect(await inEach('month'), zone).toEqual(months)
      expect(
        (await inEach('week')).reduce((sum, count) => sum + count, 0),
        zone,
      ).toBe(n)
    }
  })
})
