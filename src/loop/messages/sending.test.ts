import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { tokenHash } from '../../platform/secrets/index.ts'
import { respondToken, sending } from './index.ts'
import { readMessage } from './read-messages.ts'
import { sendAgain } from './send-again.ts'
import { fates, NOON, queuedWave, SECRET, toolsFor } from './sending.fixture.ts'

const { database } = await freshDatabase()
let scope: { workspaceId: string; actor: string }
const endings: (() => unknown)[] = []
beforeEach(async () => {
  await database.pool.query(`delete from messages`)
  scope = (await freshWorkspace(database)).scope
  await database.inWorkspace(scope, tx =>
    tx
      .updateTable('workspaces')
      .set({ sender_name: 'Nordwind', sender_address: 'ask@nordwind.example', imprint: 'Nordwind GmbH, Hamburg' })
      .execute(),
  )
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function start(answer?: Parameters<typeof mailServer>[0], clock = () => NOON) {
  const server = await mailServer(answer)
  endings.push(server.stop)
  return { server, work: sending(toolsFor(database, server.url, clock), { lanes: 4, sweepMs: 0 }) }
}

describe('a send', () => {
  test('reaches everybody who may be asked once, and nobody else', async () => {
    const { server, work } = await start()
    await queuedWave(database, scope, [
      { email: 'anna@example.com' },
      { email: 'bela@example.com' },
      { email: 'none@example.com', basis: 'none' },
    ])
    await work.once()
    await work.once()
    expect(server.accepted.map(mail => mail.to).sort()).toEqual(['anna@example.com', 'bela@example.com'])
    expect(await fates(database, scope)).toEqual({
      'anna@example.com': 'accepted',
      'bela@example.com': 'accepted',
      'none@example.com': 'blocked no_basis',
    })
  })

  test('carries the personal link, one click to unsubscribe and the id of its message', async () => {
    const { server, work } = await start()
    const { invited } = await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await work.once()
    const raw = server.accepted[0]?.raw ?? ''
    const mail = await simpleParser(raw)
    const token = respondToken(SECRET, invited[0]?.invitationId ?? '')
    expect(mail.html).toContain(`https://echolot.example/r/${token}?score=7`)
    expect(mail.text).toContain(`https://echolot.example/r/${token}`)
    expect(tokenHash(token)).toHaveLength(32)
    expect(raw).toMatch(/List-Unsubscribe:\s+<https:\/\/echolot\.example\/u\/[\w-]+>\r\n/)
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
    expect(mail.from?.value).toEqual([{ name: 'Nordwind', address: 'ask@nordwind.example' }])
    expect(server.accepted[0]?.messageId).toMatch(/^[0-9a-f-]{36}@echolot\.example$/)
  })

  test('says what happened: an unknown address is never written to again, a full mailbox fails alone', async () => {
    const { work } = await start({
      recipient: address =>
        address.startsWith('gone')
          ? [550, '5.1.1 no such user']
          : address.startsWith('full')
            ? [552, '5.2.2 full']
            : null,
    })
    const { invited } = await queuedWave(database, scope, [
      { email: 'gone@example.com' },
      { email: 'full@example.com' },
      { email: 'anna@example.com' },
    ])
    await work.once()
    expect(await fates(database, scope)).toEqual({
      'anna@example.com': 'accepted',
      'gone@example.com': 'failed address_unknown',
      'full@example.com': 'failed refused_by_server',
    })
    const gone = await database.readWorkspace(scope, reader =>
      reader.selectFrom('addresses').selectAll().where('suppressed_at', 'is not', null).execute(),
    )
    expect(gone).toMatchObject([{ suppression_reason: 'hard_bounce', address_key: invited[0]?.addressKey }])
  })

  test('waits when the server asks to wait, and comes back', async () => {
    let now = NOON
    let busy = true
    const { server, work } = await start({ recipient: () => (busy ? [451, '4.3.2 later'] : null) }, () => now)
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await work.once()
    expect(await fates(database, scope)).toEqual({ 'anna@example.com': 'deferred server_busy' })
    busy = false
    await work.once()
    expect(server.accepted).toHaveLength(0)
    now = new Date(NOON.getTime() + 2 * 60_000)
    await work.once()
    expect(server.accepted).toHaveLength(1)
  })

  test('pauses the sender, not the address, when the server refuses the sender', async () => {
    const { work } = await start({ recipient: () => [550, '5.7.1 policy'] })
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await work.once()
    expect(await fates(database, scope)).toEqual({ 'anna@example.com': 'queued sender_refused' })
    const paused = await database.readWorkspace(scope, reader =>
      reader.selectFrom('sending_settings').selectAll().executeTakeFirst(),
    )
    expect(paused).toMatchObject({ paused_reason: 'sender_refused' })
    expect(paused?.paused_reply).toContain('5.7.1')
    expect(await work.once()).toBe(false)
  })

  test('gives everything back when the server cannot be reached', async () => {
    const work = sending(toolsFor(database, 'smtp://127.0.0.1:9'), { lanes: 2 })
    await queuedWave(database, scope, [
      { email: 'anna@example.com' },
      { email: 'bela@example.com' },
      { email: 'cora@example.com' },
    ])
    await work.once()
    const all = Object.values(await fates(database, scope))
    expect(new Set(all)).toEqual(new Set(['queued', 'deferred server_unreachable']))
  })
})

describe('time', () => {
  test('what is too late is never sent', async () => {
    const { server, work } = await start({}, () => new Date(NOON.getTime() + 49 * 3_600_000))
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await work.once()
    expect(server.accepted).toHaveLength(0)
    expect(await fates(database, scope)).toEqual({ 'anna@example.com': 'expired expired' })
  })

  test('nobody is written to at night where they live', async () => {
    const { server, work } = await start()
    await queuedWave(database, scope, [
      { email: 'berlin@example.com' },
      { email: 'tokyo@example.com', timeZone: 'Asia/Tokyo' },
      { email: 'la@example.com', timeZone: 'America/Los_Angeles' },
    ])
    await work.once()
    expect(server.accepted.map(mail => mail.to).sort()).toEqual(['berlin@example.com', 'tokyo@example.com'])
    const waiting = await database.readWorkspace(scope, reader =>
      reader
        .selectFrom('messages')
        .select(['reason', 'not_before'])
        .where('address', '=', 'la@example.com')
        .executeTakeFirst(),
    )
    expect(waiting).toEqual({ reason: 'quiet_hours', not_before: new Date('2026-03-03T16:00:00Z') })
  })

  test('a send that is held back after a restore lets nothing out', async () => {
    const { server, work } = await start()
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await database.pool.query('update instance set sending_held_at = now()')
    await work.once()
    expect(server.accepted).toHaveLength(0)
    await database.pool.query('update instance set sending_held_at = null')
  })
})

describe('what a dead process left', () => {
  test('goes back to the queue before the gate, and is unknown at the gate until a member sends it again', async () => {
    const { server, work } = await start()
    await queuedWave(database, scope, [{ email: 'claimed@example.com' }, { email: 'gate@example.com' }])
    await database.pool.query(
      `update messages set state = split_part(address, '@', 1), gated_at = $1, fence = 1, lease_until = now() - interval '1 second'`,
      [NOON],
    )
    await work.once()
    expect(await fates(database, scope)).toEqual({
      'claimed@example.com': 'accepted',
      'gate@example.com': 'unknown process_ended',
    })
    const { rows } = await database.pool.query<{ message_id: string }>(
      `select message_id from messages where state = 'unknown'`,
    )
    const messageId = rows[0]?.message_id ?? ''
    await database.inWorkspace(scope, tx => sendAgain(tx, messageId, scope.actor, NOON))
    await work.once()
    expect(server.accepted.map(mail => mail.to)).toEqual(['claimed@example.com', 'gate@example.com'])
    const read = await database.readWorkspace(scope, reader => readMessage(reader, messageId))
    expect(read.turns.map(turn => turn.reason)).toEqual(['process_ended', 'sent_again'])
    await expect(database.inWorkspace(scope, tx => sendAgain(tx, messageId, scope.actor, NOON))).rejects.toThrow(
      'message_not_unknown',
    )
  })

  test('a paused process that wakes up after its lease sends nothing', async () => {
    const slow = await mailServer()
    endings.push(slow.stop)
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    const zombie = sending(toolsFor(database, slow.url), { lanes: 1, leaseSeconds: 0, sweepMs: 0 })
    await zombie.once()
    expect(slow.accepted).toHaveLength(0)
    const healthy = sending(toolsFor(database, slow.url), { lanes: 1, sweepMs: 0 })
    await healthy.once()
    expect(slow.accepted).toHaveLength(1)
  })
})
