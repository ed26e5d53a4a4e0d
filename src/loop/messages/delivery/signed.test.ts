import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../../test/harness/database.ts'
import { leastTime } from '../../../../test/harness/least-time.ts'
import { mailServer } from '../../../../test/harness/mail-server.ts'
import { dnsServer, type Zone } from '../../../platform/mail/dns/dns-server.fixture.ts'
import { dnsOver, readReturnPath } from '../../../platform/mail/index.ts'
import { sending } from '../index.ts'
import { queuedWave, SECRET } from '../sending.fixture.ts'
import { unsubscribePages } from '../unsubscribe-pages.ts'
import { changeRules } from './change-sender.ts'
import { checkDomain } from './check-senders.ts'
import { NOON, suppressed, toolsFor, trustSender } from './delivery.fixture.ts'
import { dressOf } from './dress.fixture.ts'
import { readSender } from './read-sender.ts'

const { database } = await freshDatabase()
const endings: (() => unknown)[] = []
let scope: { workspaceId: string; actor: string }
let zone: Zone
beforeEach(async () => {
  await database.pool.query('delete from messages')
  scope = (await freshWorkspace(database)).scope
  await trustSender(database, scope)
  zone = { 'relay.example': { A: ['203.0.113.5'] } }
})
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function start() {
  const [server, names] = [await mailServer(), await dnsServer(zone)]
  endings.push(server.stop, names.stop)
  const tools = toolsFor(database, server.url)
  const dns = dnsOver([names.address], 300)
  const check = () =>
    checkDomain(
      { ...tools, settings: { ...tools.settings, smtpUrl: 'smtp://relay.example' } },
      dns,
      scope.workspaceId,
      'nordwind.example',
    )
  const standing = () => database.readWorkspace(scope, reader => readSender(reader, tools.settings, NOON))
  /** What lands at the server when one message is sent by a fresh process. */
  const sendOne = async (email: string) => {
    await queuedWave(database, scope, [{ email }])
    await sending(tools, { sweepMs: 0 }).once()
    return server.accepted.at(-1)?.raw ?? ''
  }
  const publish = async () => {
    const record = (await standing()).dkim?.record
    zone[record?.name ?? ''] = { TXT: [record?.value ?? ''] }
  }
  return { server, dns, check, standing, sendOne, publish, tools }
}

describe('a sender whose key is published', () => {
  test('signs its mails, one click to unsubscribe included; before that it signs nothing', async () => {
    const { check, standing, sendOne, publish, dns } = await start()
    expect(await sendOne('first@example.com')).not.toContain('DKIM-Signature')
    await check()
    expect((await standing()).findings.find(one => one.check === 'dkim')?.says).toBe('dkim_missing')
    expect(await sendOne('second@example.com')).not.toContain('DKIM-Signature')
    await publish()
    await check()
    expect((await standing()).dkim?.publishedAt).toBe(NOON.toISOString())
    const raw = await sendOne('third@example.com')
    const resolver = async (name: string) => (await dns.txt(name)).map(text => [text])
    const { results } = await dkimVerify(Buffer.from(raw, 'latin1'), { resolver })
    expect(results[0]?.status).toMatchObject({ result: 'pass', aligned: 'nordwind.example' })
    expect(results[0]?.signingHeaders?.keys).toMatch(/list-unsubscribe\s*:\s*list-unsubscribe-post/i)
  })

  test('goes on signing while the name servers are silent, and stops once the record is gone', async () => {
    const { check, standing, publish } = await start()
    await check()
    await publish()
    await check()
    const name = (await standing()).dkim?.record.name ?? ''
    zone[name] = 'SERVFAIL'
    await check()
    expect((await standing()).dkim?.publishedAt).not.toBeNull()
    delete zone[name]
    await check()
    expect((await standing()).dkim?.publishedAt).toBeNull()
  })

  test('is proven once SPF, DKIM and DMARC stand', async () => {
    const { check, standing, publish } = await start()
    await check()
    expect(await standing()).toMatchObject({ proven: false })
    zone['nordwind.example'] = { TXT: ['v=spf1 ip4:203.0.113.5 -all'] }
    zone['_dmarc.nordwind.example'] = { TXT: ['v=DMARC1; p=none'] }
    await publish()
    await check()
    expect(await standing()).toMatchObject({ proven: true, dailyLimit: null })
  })

  test('keeps the private half of its key sealed', async () => {
    const { check } = await start()
    await check()
    const { rows } = await database.pool.query<{ private_key: Buffer }>(
      'select private_key from dkim_keys where workspace_id = $1',
      [scope.workspaceId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.private_key.toString('latin1')).not.toContain('PRIVATE KEY')
  })
})

test('a mail carries a return path of its own, which names its message', async () => {
  const { tools } = await start()
  await database.inWorkspace(scope, tx => changeRules(tx, { returnAddress: 'bounces@nordwind.example' }, NOON))
  const messageId = crypto.randomUUID()
  const { returnPath } = await dressOf(tools, scope.workspaceId, messageId)
  expect(returnPath).toMatch(/^bounces\+[a-z2-7]{48}@nordwind\.example$/)
  expect(readReturnPath(SECRET, returnPath ?? '')?.messageId).toBe(messageId)
})

describe('the way to unsubscribe (RFC 8058, case M7)', () => {
  const oneClick = {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
  const linkIn = (raw: string) =>
    new URL(raw.replace(/\r\n[ \t]/g, '').match(/^List-Unsubscribe:\s*<([^>]+)>/m)?.[1] ?? '').pathname

  test('a scanner that opens it changes nothing; one POST without cookie ends it within 300 ms, a second one too', async () => {
    const { sendOne, server, tools } = await start()
    const path = linkIn(await sendOne('anna@example.com'))
    const pages = unsubscribePages(tools)
    for (const method of ['GET', 'HEAD', 'GET']) expect((await pages.request(path, { method })).status).toBe(200)
    expect(await suppressed(database, scope)).toEqual({})
    const endsIt = async () => {
      const reply = await pages.request(path, oneClick)
      expect([reply.status, reply.headers.get('location')]).toEqual([200, null])
    }
    await endsIt()
    expect(await leastTime(endsIt, 300)).toBeLessThan(300)
    expect(Object.values(await suppressed(database, scope))).toEqual(['objection'])
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await sending(tools, { sweepMs: 0 }).once()
    expect(server.accepted).toHaveLength(1)
    const { rows } = await database.pool.query('select state, reason from messages where workspace_id = $1', [
      scope.workspaceId,
    ])
    expect(rows).toContainEqual({ state: 'blocked', reason: 'objection' })
  })

  test('a wrong, cut off or changed token ends nothing', async () => {
    const { sendOne, tools } = await start()
    const path = linkIn(await sendOne('anna@example.com'))
    const pages = unsubscribePages(tools)
    for (const wrong of ['/u/x', path.slice(0, -1), `${path}A`, path.replace(/.$/, last => (last === 'A' ? 'B' : 'A'))])
      expect((await pages.request(wrong, oneClick)).status, wrong).toBe(404)
    expect(await suppressed(database, scope)).toEqual({})
  })
})
