import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { watchClock } from '../../platform/clock.ts'
import { fates, NOON, queuedWave, toolsFor } from './sending.fixture.ts'
import { sending } from './sending.ts'

const { database } = await freshDatabase()
const MINUTE = 60_000

describe('a server that takes its time (S11)', () => {
  const EVENING = new Date('2026-03-03T19:59:00Z')
  const MORNING = new Date('2026-03-04T07:00:00Z')

  test.each(['recipient', 'beginning'] as const)(
    'two minutes over the beginning of the night at the %s: the last dot is not set, and the message waits for the morning',
    async point => {
      let now = EVENING
      const stall = () => {
        if (now === EVENING) now = new Date('2026-03-03T20:01:00Z')
        return null
      }
      const { url, accepted, stop } = await mailServer({ [point]: stall })
      const { scope } = await freshWorkspace(database)
      await queuedWave(database, scope, [{ email: 'spaet@example.com', timeZone: 'Europe/Berlin' }], now)
      await sending(toolsFor(database, url, () => now)).once()
      expect(accepted).toEqual([])
      expect(await fates(database, scope)).toEqual({ 'spaet@example.com': 'queued quiet_hours' })
      const [row] = await database.readWorkspace(scope, reader =>
        reader.selectFrom('messages').select(['not_before', 'gated_local']).execute(),
      )
      expect(row?.not_before).toEqual(MORNING)
      expect(row?.gated_local).toBe(`2026-03-03 21:01 Europe/Berlin, tz ${process.versions.tz}`)
      now = MORNING
      await sending(toolsFor(database, url, () => now)).once()
      expect(accepted.map(mail => mail.to)).toEqual(['spaet@example.com'])
      await stop()
    },
  )
})

describe('a clock that jumps (C9)', () => {
  test.each([[60], [-60], [24 * 60], [-24 * 60], [365 * 24 * 60], [-365 * 24 * 60]])(
    'by %i minutes: nothing is sent, expired or early before it has been steady for a minute',
    async minutes => {
      const server = await mailServer()
      const { scope } = await freshWorkspace(database)
      await queuedWave(database, scope, [{ email: 'sprung@example.com' }], NOON)
      let now = NOON
      let ticks = 0
      const clock = () => now
      const steady = watchClock(clock, () => ticks)
      const work = sending({ ...toolsFor(database, server.url, clock), steady })
      const go = (by: number) => {
        now = new Date(now.getTime() + by)
        ticks += by
      }
      expect(steady()).toBe(true)
      now = new Date(now.getTime() + minutes * MINUTE)
      await work.once()
      go(30_000)
      await work.once()
      expect(server.accepted).toEqual([])
      expect(await fates(database, scope)).toEqual({ 'sprung@example.com': 'queued' })
      // Set right again: another jump, another minute.
      now = new Date(now.getTime() - minutes * MINUTE)
      await work.once()
      go(59_000)
      await work.once()
      expect(server.accepted).toEqual([])
      go(2000)
      await work.once()
      expect(server.accepted).toHaveLength(1)
      await server.stop()
    },
  )

  test('by a step of a second, as a leap second or a time server makes it, sends nothing early and nothing twice', async () => {
    const server = await mailServer()
    const { scope } = await freshWorkspace(database)
    const morning = new Date('2026-03-04T07:00:00Z')
    await queuedWave(database, scope, [{ email: 'schritt@example.com', timeZone: 'Europe/Berlin' }], morning)
    let now = morning
    let ticks = 0
    const clock = () => now
    const work = sending({ ...toolsFor(database, server.url, clock), steady: watchClock(clock, () => ticks) })
    const at = async (time: string, tick: number) => {
      now = new Date(time)
      ticks = tick
      await work.once()
      return server.accepted.length
    }
    expect(await at('2026-03-04T06:59:59.900Z', 0)).toBe(0)
    // The second before the end of the night comes twice.
    expect(await at('2026-03-04T06:59:59.000Z', 100)).toBe(0)
    expect(await at('2026-03-04T06:59:59.950Z', 1050)).toBe(0)
    expect(await at('2026-03-04T07:00:00.000Z', 1100)).toBe(1)
    expect(await at('2026-03-04T06:59:59.000Z', 1100)).toBe(1)
    expect(await at('2026-03-04T07:00:02.000Z', 3100)).toBe(1)
    await server.stop()
  })

  test('by less than five minutes goes on sending', () => {
    let now = NOON.getTime()
    const steady = watchClock(
      () => new Date(now),
      () => 0,
    )
    expect(steady()).toBe(true)
    now += 4 * MINUTE
    expect(steady()).toBe(true)
    now -= 6 * MINUTE
    expect(steady()).toBe(false)
  })
})
