import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { mailServer } from '../../../../test/harness/mail-server.ts'
import { craftedMails } from '../../../platform/mail/bounces/crafted-mails.fixture.ts'
import { taggedReturnPath } from '../../../platform/mail/index.ts'
import { changeSending } from '../change-sending.ts'
import { sending } from '../index.ts'
import { readMessage } from '../read-messages.ts'
import { queuedWave, SECRET } from '../sending.fixture.ts'
import { NOON, outcomes, suppressed, toolsFor, trustSender } from './delivery.fixture.ts'
import { endRests } from './queries/reports.ts'
import { type BounceFate, recordBounceMail } from './record-bounce-mail.ts'

const { database } = await freshDatabase()
const tools = toolsFor(database, null)
const endings: (() => unknown)[] = []
let scope: { workspaceId: string; actor: string }
beforeEach(async () => {
  await database.pool.query('delete from messages')
  await database.pool.query('delete from complained_addresses')
  scope = (await freshWorkspace(database)).scope
  await trustSender(database, scope)
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** A message of its own that a server took or may have taken, and the return path it had. */
async function sent(email = 'anna@example.net', state: 'accepted' | 'unknown' = 'accepted') {
  const { invited } = await queuedWave(database, scope, [{ email }])
  const { rows } = await database.pool.query<{ message_id: string }>(
    `update messages set state = $2, gated_at = $3, accepted_at = $3 where workspace_id = $1 and state = 'queued' returning message_id`,
    [scope.workspaceId, state, NOON],
  )
  const messageId = rows[0]?.message_id ?? ''
  const path = taggedReturnPath(SECRET, 'bounces@nordwind.example', scope.workspaceId, messageId)
  return { messageId, path, key: invited[0]?.addressKey.toString('hex') ?? '' }
}

const mail = (name: string) => craftedMails.find(one => one.name === name)?.raw ?? ''
const bounce = (name: string, path: string): Promise<BounceFate> =>
  recordBounceMail(tools, Buffer.from(mail(name).replaceAll('{to}', path)))

describe('a mail that comes back', () => {
  test('for an address that does not exist ends all sending to it, at once and once', async () => {
    const { path, key, messageId } = await sent()
    expect(await bounce('unknown user', path)).toBe('recorded')
    expect(await bounce('unknown user', path)).toBe('known')
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted hard_bounce' })
    expect(await suppressed(database, scope)).toEqual({ [key]: 'hard_bounce' })
    const { reports } = await database.readWorkspace(scope, reader => readMessage(reader, messageId))
    expect(reports).toMatchObject([{ kind: 'hard_bounce', source: 'mailbox', status: '5.1.1' }])
  })

  test.each([
    ['no tag', 'bounces@nordwind.example'],
    [
      'the tag of another installation',
      taggedReturnPath('x'.repeat(40), 'bounces@nordwind.example', crypto.randomUUID(), crypto.randomUUID()),
    ],
    [
      'a tag of ours for a message that is none',
      taggedReturnPath(SECRET, 'b@nordwind.example', crypto.randomUUID(), crypto.randomUUID()),
    ],
  ])('with %s changes nothing, whatever it says', async (_name, path) => {
    await sent()
    for (const { raw } of craftedMails) {
      expect(await recordBounceMail(tools, Buffer.from(raw.replaceAll('{to}', path)))).toMatch(/foreign|no_report/)
    }
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted' })
    expect(await suppressed(database, scope)).toEqual({})
  })

  test('every crafted mail does what it says to its own message, and nothing to another one', async () => {
    for (const [i, { name, raw, kind }] of craftedMails.entries()) {
      const { path } = await sent(`person${i}@example.net`)
      const fate = await recordBounceMail(tools, Buffer.from(raw.replaceAll('{to}', path)))
      expect(fate, name).toBe(kind === null || kind === 'delayed' ? 'no_report' : 'recorded')
      const found = (await outcomes(database, scope))[`person${i}@example.net`]
      expect(found, name).toBe(kind === null || kind === 'delayed' ? 'accepted' : `accepted ${kind}`)
    }
  })

  test('settles a message whose fate was unknown: whoever reports on it has it', async () => {
    const { path, messageId } = await sent('anna@example.net', 'unknown')
    await bounce('delivered', path)
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted delivered' })
    const { turns } = await database.readWorkspace(scope, reader => readMessage(reader, messageId))
    expect(turns).toMatchObject([{ state: 'accepted', reason: 'reported' }])
  })

  test('keeps the gravest outcome in whatever order the reports come', async () => {
    const { path } = await sent()
    for (const name of ['complaint to the return path', 'delivered', 'mailbox full']) await bounce(name, path)
    expect(await outcomes(database, scope)).toEqual({ 'anna@example.net': 'accepted complaint' })
  })
})

describe('soft bounces', () => {
  test('let an address rest after two in a row, for thirty days', async () => {
    const first = await sent()
    await bounce('mailbox full', first.path)
    expect(await suppressed(database, scope)).toEqual({})
    const second = await sent()
    await bounce('mailbox full', second.path)
    expect(await suppressed(database, scope)).toEqual({ [first.key]: 'soft_bounce' })
    await endRests(database, new Date(NOON.getTime() + 29 * 86_400_000))
    expect(await suppressed(database, scope)).toEqual({ [first.key]: 'soft_bounce' })
    await endRests(database, new Date(NOON.getTime() + 31 * 86_400_000))
    expect(await suppressed(database, scope)).toEqual({})
  })

  test('do not add up when something arrived in between', async () => {
    await bounce('mailbox full', (await sent()).path)
    await bounce('delivered', (await sent()).path)
    await bounce('mailbox full', (await sent()).path)
    expect(await suppressed(database, scope)).toEqual({})
  })

  test('a refusal of the sender is no fault of the address', async () => {
    for (let i = 0; i < 3; i++) await bounce('policy', (await sent()).path)
    expect(await suppressed(database, scope)).toEqual({})
  })

  test('never overwrite a better reason, and give way to one', async () => {
    const { key, path } = await sent()
    await bounce('mailbox full', path)
    await bounce('mailbox full', (await sent()).path)
    await bounce('unknown user', (await sent()).path)
    expect(await suppressed(database, scope)).toEqual({ [key]: 'hard_bounce' })
    await bounce('mailbox full', (await sent()).path)
    await endRests(database, new Date(NOON.getTime() + 90 * 86_400_000))
    expect(await suppressed(database, scope)).toEqual({ [key]: 'hard_bounce' })
  })
})

describe('a complaint', () => {
  test('ends sending to the address in every workspace of the installation, also by a message that waits', async () => {
    const { path } = await sent()
    await bounce('complaint', path)
    const other = (await freshWorkspace(database, 'Seewald')).scope
    await trustSender(database, other)
    await queuedWave(database, other, [{ email: 'anna@example.net' }, { email: 'bela@example.net' }])
    const server = await mailServer()
    endings.push(server.stop)
    await sending(toolsFor(database, server.url), { sweepMs: 0 }).once()
    expect(server.accepted.map(one => one.to)).toEqual(['bela@example.net'])
    expect(await outcomes(database, other)).toMatchObject({ 'anna@example.net': 'blocked complaint' })
  })

  test('pauses the sender at two in a thousand, until an admin lets it go on; then counting begins anew', async () => {
    const paused = async () =>
      (
        await database.readWorkspace(scope, reader =>
          reader.selectFrom('sending_settings').selectAll().executeTakeFirst(),
        )
      )?.paused_reason ?? null
    const complain = async (email: string) => bounce('complaint', (await sent(email)).path)
    await database.pool.query(
      `insert into messages (workspace_id, purpose, channel, address, address_key, state, gated_at, expires_at)
       select $1, 'member', 'email', 'x', 'x', 'accepted', $2, $2 from generate_series(1, 1200)`,
      [scope.workspaceId, NOON],
    )
    await complain('a@example.net')
    await complain('b@example.net')
    expect(await paused(), 'two of 1,200').toBeNull()
    await complain('c@example.net')
    expect(await paused(), 'three of 1,200').toBe('complaints_high')
    await database.inWorkspace(scope, tx => changeSending(tx, { paused: false }, tools.settings))
    expect(await paused()).toBeNull()
    await complain('d@example.net')
    expect(await paused(), 'one since then').toBeNull()
  })
})
