import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { lookFirst } from './look-first.ts'
import { claimMessages } from './queries/claim.ts'
import { waveMessages } from './queries/queue.ts'
import { fates, NOON, queuedWave, toolsFor } from './sending.fixture.ts'

const { database } = await freshDatabase()

async function claimedInStoppedWave(email: string) {
  const { scope } = await freshWorkspace(database)
  const { waveId } = await queuedWave(database, scope, [{ email }])
  const claimed = await database.inInstance(tx => claimMessages(tx, 'email', NOON, { batch: 10, leaseSeconds: 60 }))
  await database.inWorkspace(scope, async tx => {
    await tx.updateTable('waves').set({ stopped_at: NOON }).where('wave_id', '=', waveId).execute()
    await waveMessages.hold(tx, waveId)
  })
  return { scope, waveId, claimed }
}

test('what is in hand when its wave is stopped waits with the others', async () => {
  const { scope, claimed } = await claimedInStoppedWave('waits@example.com')
  expect(await lookFirst(toolsFor(database, null), claimed)).toEqual([])
  expect(await fates(database, scope)).toEqual({ 'waits@example.com': 'planned wave_stopped' })
})

test('a wave that goes on between look and writing leaves no message behind', async () => {
  const { scope, waveId, claimed } = await claimedInStoppedWave('goes-on@example.com')
  const goOn = await database.pool.connect()
  await goOn.query('begin')
  await goOn.query('update waves set stopped_at = null where wave_id = $1', [waveId])
  const looking = lookFirst(toolsFor(database, null), claimed)
  await expect.poll(waiting).toBe(1)
  await goOn.query('commit')
  goOn.release()
  await database.inWorkspace(scope, tx => waveMessages.giveBack(tx, waveId, { at: NOON, expiresAt: NOON }))
  expect(await looking).toHaveLength(1)
  expect(await fates(database, scope)).toEqual({ 'goes-on@example.com': 'claimed' })
})

async function waiting(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}
