import { afterEach, describe, expect, test } from 'vitest'
import { type Point, type Script, scriptedServer } from './scripted-server.fixture.ts'
import { smtpOptions } from './smtp-options.ts'
import { SmtpPool } from './smtp-pool.ts'
import { SmtpProblem } from './smtp-problem.ts'
import { SmtpSession } from './smtp-session.ts'

const envelope = { from: 'ask@example.com', to: 'anna@example.net' }
const raw = Buffer.from('Subject: hello\r\n\r\n.a line that begins with a dot\r\nlast line\r\n')
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function start(script: Script) {
  const server = await scriptedServer(script)
  const pool = new SmtpPool(server.url)
  endings.push(server.stop, () => pool.close())
  return { server, pool }
}

async function verdictOf(script: Script): Promise<string> {
  const { pool, server } = await start(script)
  try {
    const held = await pool.hold(envelope, raw)
    await held.release()
    return 'accepted'
  } catch (problem) {
    expect(server.accepted).toHaveLength(0)
    return problem instanceof SmtpProblem ? problem.verdict : String(problem)
  }
}

describe('holding the dot', () => {
  test('a mail is not accepted before it is released, although the server has all of its text', async () => {
    const { server, pool } = await start({})
    const held = await pool.hold(envelope, raw)
    await expect.poll(() => server.bodies[0]).toContain('last line\r\n')
    expect(server.accepted).toHaveLength(0)
    expect(await held.release()).toBe('250 2.0.0 queued as 4711')
    expect(server.accepted).toHaveLength(1)
  })

  test('a dropped mail is never accepted', async () => {
    const { server, pool } = await start({})
    const held = await pool.hold(envelope, raw)
    held.drop()
    await pool.hold(envelope, raw).then(second => second.release())
    expect(server.accepted).toHaveLength(1)
  })

  test('a connection serves mail after mail', async () => {
    const { server, pool } = await start({})
    for (let i = 0; i < 5; i++) await (await pool.hold(envelope, raw)).release()
    expect(server.accepted).toHaveLength(5)
  })
})

describe('what a refusal means', () => {
  const points: Point[] = ['banner', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'dot']
  for (const status of [421, 450, 451, 452]) {
    test(`${status} at any point is a reason to try again later`, async () => {
      for (const point of points) {
        const verdict = await verdictOf({ [point]: `${status} 4.3.2 later` })
        expect(['busy', 'unreachable'], `at ${point}`).toContain(verdict)
      }
    })
  }

  test.each([
    [{ banner: '554 5.3.2 no' }, 'sender_refused'],
    [{ AUTH: '535 5.7.8 wrong password' }, 'sender_refused'],
    [{ MAIL: '550 5.1.8 sender not known' }, 'sender_refused'],
    [{ RCPT: '550 5.1.1 no such user' }, 'address_unknown'],
    [{ RCPT: '550 5.1.10 no such user' }, 'address_unknown'],
    [{ RCPT: '550 User unknown' }, 'address_unknown'],
    [{ RCPT: '550 5.7.1 blocked by policy' }, 'sender_refused'],
    [{ RCPT: '552 5.2.2 mailbox full' }, 'refused'],
    [{ DATA: '554 5.7.1 policy' }, 'sender_refused'],
    [{ dot: '550 5.7.515 not authenticated' }, 'sender_refused'],
    [{ dot: '554 5.6.0 content' }, 'refused'],
    [{ AUTH: 'hang up' }, 'unreachable'],
    [{ MAIL: 'hang up' }, 'unreachable'],
    [{ RCPT: 'hang up' }, 'unreachable'],
    [{ dot: 'hang up' }, 'no_reply'],
  ] as [Script, string][])('%j is %s', async (script, verdict) => {
    expect(await verdictOf(script)).toBe(verdict)
  })

  test('a server that falls silent while we sign in is out of reach, not waited for for ever', async () => {
    const server = await scriptedServer({ AUTH: 'silence' })
    endings.push(server.stop)
    const { connection, auth } = smtpOptions(server.url)
    const opening = SmtpSession.open({ connection: { ...connection, socketTimeout: 200 }, auth })
    await expect(opening).rejects.toMatchObject({ stage: 'connect', verdict: 'unreachable' })
  })

  test('an address with a line end never reaches the wire', async () => {
    const { pool, server } = await start({})
    const problem = await pool.hold({ ...envelope, to: 'a@b.example>\r\nRCPT TO:<c@d.example' }, raw).catch(p => p)
    expect(problem.verdict).toBe('address_invalid')
    expect(server.accepted).toHaveLength(0)
  })
})

describe('a server that hangs or breaks off (case M3)', () => {
  /** A pool that is impatient, so that a story does not take a minute; the real patience is told by smtp-options. */
  async function impatient(script: Script) {
    const server = await scriptedServer(script)
    const { connection, auth } = smtpOptions(server.url)
    endings.push(server.stop)
    const options = {
      connection: { ...connection, greetingTimeout: 150, socketTimeout: 150, connectionTimeout: 150 },
      auth,
    }
    return { server, send: async () => (await (await SmtpSession.open(options)).hold(envelope, raw)).release() }
  }

  test.each(['banner', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as Point[])(
    'silence or hanging up at %s is a reason to try again: nothing was sent',
    async point => {
      for (const trouble of ['silence', 'hang up'] as const) {
        const { server, send } = await impatient({ [point]: trouble })
        await expect(send(), trouble).rejects.toMatchObject({ verdict: 'unreachable' })
        expect(server.accepted).toHaveLength(0)
      }
    },
  )

  test('hanging up after the dot leaves the fate unknown, whether the mail was taken or not', async () => {
    const { send } = await impatient({ dot: 'hang up' })
    await expect(send()).rejects.toMatchObject({ stage: 'dot', verdict: 'no_reply' })
  })

  test('a slot is free within a minute whatever happens before the dot', () => {
    const { connection } = smtpOptions('smtp://mail.example.com')
    const { connectionTimeout = 0, greetingTimeout = 0, dnsTimeout = 0, socketTimeout = 0 } = connection
    expect(Math.max(connectionTimeout, greetingTimeout, dnsTimeout, socketTimeout)).toBeLessThan(60_000)
  })
})
