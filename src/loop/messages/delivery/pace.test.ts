import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { mailServer } from '../../../../test/harness/mail-server.ts'
import { sending } from '../index.ts'
import { queuedWave } from '../sending.fixture.ts'
import { changeRules, overrideSender } from './change-sender.ts'
import { dailyLimit } from './daily-limit.ts'
import { NOON, toolsFor, trustSender } from './delivery.fixture.ts'
import { setPace } from './manage-paces.ts'
import { readSender } from './read-sender.ts'

const { database } = await freshDatabase()
const endings: (() => unknown)[] = []
let scope: { workspaceId: string; actor: string }
let now = NOON
beforeEach(async () => {
  await database.pool.query('delete from messages')
  now = NOON
  scope = (await freshWorkspace(database)).scope
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function start(answer?: Parameters<typeof mailServer>[0]) {
  const server = await mailServer(answer)
  endings.push(server.stop)
  const tools = toolsFor(database, server.url, () => now)
  const work = sending(tools, { lanes: 6, sweepMs: 0 })
  const workOff = async () => {
    for (let i = 0; i < 5 && (await work.once()); i++);
  }
  return { server, tools, workOff }
}

const people = (count: number, domain: string) =>
  Array.from({ length: count }, (_, i) => ({ email: `p${i}@${domain}` }))
const later = (minutes: number) => {
  now = new Date(NOON.getTime() + minutes * 60_000)
}
const waiting = async () => {
  const rows = await database.readWorkspace(scope, reader =>
    reader
      .selectFrom('messages')
      .select(['reason', 'not_before', 'state'])
      .where('state', '=', 'queued')
      .orderBy('not_before')
      .execute(),
  )
  return rows.map(row => ({ reason: row.reason, minutes: (row.not_before.getTime() - NOON.getTime()) / 60_000 }))
}

describe('a domain with a pace', () => {
  test('gets its mails one after another, each at a moment of its own, and holds up nobody', async () => {
    await trustSender(database, scope)
    await database.inWorkspace(scope, tx => setPace(tx, { domain: 'slow.example', perMinute: 2, concurrent: null }))
    const { server, workOff } = await start()
    await queuedWave(database, scope, [...people(5, 'slow.example'), ...people(5, 'fast.example')])
    await workOff()
    expect(server.accepted.filter(mail => mail.to.endsWith('@fast.example'))).toHaveLength(5)
    expect(server.accepted.filter(mail => mail.to.endsWith('@slow.example'))).toHaveLength(1)
    expect(await waiting()).toEqual([0.5, 1, 1.5, 2].map(minutes => ({ reason: 'domain_limit', minutes })))
    later(1)
    await workOff()
    expect(server.accepted.filter(mail => mail.to.endsWith('@slow.example'))).toHaveLength(3)
  })

  test('does not get a burst after a pause', async () => {
    await trustSender(database, scope)
    await database.inWorkspace(scope, tx => setPace(tx, { domain: 'slow.example', perMinute: 2, concurrent: null }))
    const { server, workOff } = await start()
    await queuedWave(database, scope, people(10, 'slow.example'))
    await workOff()
    later(60)
    await workOff()
    expect(server.accepted).toHaveLength(2)
  })

  test('shares it over all domains of its provider, and has as many conversations at once as it likes', async () => {
    await trustSender(database, scope)
    let talking = 0
    let most = 0
    const wait = async () => {
      talking += 1
      most = Math.max(most, talking)
      await new Promise(resolve => setTimeout(resolve, 30))
      talking -= 1
    }
    const { server, workOff } = await start({ wait })
    const mixed = [...people(3, 't-online.de'), ...people(3, 'magenta.de')]
    await queuedWave(database, scope, mixed)
    await workOff()
    later(1)
    await workOff()
    expect(server.accepted).toHaveLength(6)
    expect(most).toBe(2)
  })

  test('is left alone when it keeps asking to wait; other domains are not', async () => {
    await trustSender(database, scope)
    const { server, workOff } = await start({
      recipient: to => (to.endsWith('busy.example') ? [451, '4.7.0 later'] : null),
    })
    await queuedWave(database, scope, people(3, 'busy.example'))
    await workOff()
    await queuedWave(database, scope, [...people(4, 'calm.example'), { email: 'late@busy.example' }])
    await workOff()
    expect(server.accepted.map(mail => mail.to.split('@')[1])).toEqual(Array(4).fill('calm.example'))
    expect((await waiting())[0]).toMatchObject({ reason: 'domain_busy' })
  })

  test('a full mailbox is no reason to leave its whole domain alone', async () => {
    await trustSender(database, scope)
    const { server, workOff } = await start({ recipient: to => (to.startsWith('p') ? [452, '4.2.2 full'] : null) })
    await queuedWave(database, scope, people(6, 'some.example'))
    await workOff()
    await queuedWave(database, scope, [{ email: 'other@some.example' }])
    await workOff()
    expect(server.accepted.map(mail => mail.to)).toEqual(['other@some.example'])
  })
})

describe('a sender that proves nothing', () => {
  test('sends 50 mails in 24 hours, and more once an admin says why; a reply to a person always leaves', async () => {
    await database.inWorkspace(scope, tx =>
      tx.updateTable('workspaces').set({ sender_address: 'ask@new.example' }).execute(),
    )
    const { server, tools, workOff } = await start()
    await queuedWave(database, scope, people(70, 'example.com'))
    await workOff()
    expect(server.accepted).toHaveLength(50)
    expect(await waiting()).toEqual(Array(20).fill({ reason: 'sender_unproven', minutes: 1440 }))
    const standing = () => database.readWorkspace(scope, reader => readSender(reader, tools.settings, now))
    expect(await standing()).toMatchObject({
      proven: false,
      sentLately: 50,
      dailyLimit: 50,
      limitedBy: 'sender_unproven',
    })
    await database.pool.query(
      `insert into messages (workspace_id, purpose, channel, address, address_key, subject, body, expires_at, not_before)
       values ($1, 'case_reply', 'email', 'anna@example.org', 'k', 's', 'b', $2::timestamptz + interval '1 day', $2)`,
      [scope.workspaceId, now],
    )
    await workOff()
    expect(server.accepted.at(-1)?.to).toBe('anna@example.org')
    await database.inWorkspace(scope, tx =>
      overrideSender(tx, { by: scope.actor, note: 'the provider signs', at: now }),
    )
    expect(await standing()).toMatchObject({ dailyLimit: null, override: { note: 'the provider signs' } })
    later(1441)
    await workOff()
    expect(server.accepted).toHaveLength(71)
  })
})

describe('a sender that warms up', () => {
  test('doubles every day and ends by itself', () => {
    const day = (warmUpDay: number) => dailyLimit({ trusted: true, warmUpFirst: 50, warmUpDay })
    expect([0, 1, 2, 9].map(one => day(one)?.most)).toEqual([50, 100, 200, 25_600])
    expect(day(10)).toBeNull()
    expect(dailyLimit({ trusted: true, warmUpFirst: null, warmUpDay: 0 })).toBeNull()
  })

  test('sends the share of its day', async () => {
    await trustSender(database, scope)
    await database.inWorkspace(scope, tx => changeRules(tx, { warmUpFirst: 10 }, now))
    const { server, workOff } = await start()
    await queuedWave(database, scope, people(40, 'example.com'))
    await workOff()
    expect(server.accepted).toHaveLength(10)
    expect(new Set((await waiting()).map(({ reason }) => reason))).toEqual(new Set(['warm_up']))
    later(1441)
    await workOff()
    expect(server.accepted).toHaveLength(30)
  })
})
