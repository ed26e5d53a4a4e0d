import { afterEach, expect, test } from 'vitest'
import { imapServer } from './imap-server.fixture.ts'
import { countMails, type MailboxAccess, MailboxProblem, readNewMails } from './index.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

async function start() {
  const server = await imapServer()
  endings.push(server.stop)
  const access: MailboxAccess = {
    ...{ host: '127.0.0.1', port: server.port, tls: 'none', userName: 'replies', password: 'word', folder: 'INBOX' },
  }
  return { server, access, rules: { insideHosts: [server.inside] } }
}
const NOW = new Date('2026-03-03T11:00:00Z')
const nowhere = { uidValidity: null, lastUid: 0 }
const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'worked',
    error => (error instanceof MailboxProblem ? error.kind : String(error)),
  )

test('new mails come once each, oldest first, and nothing in the mailbox is changed', async () => {
  const { server, access, rules } = await start()
  server.deliver('Subject: old\n\nlong ago', new Date('2025-01-01'))
  server.deliver('Subject: one\n\nfirst', NOW)
  server.deliver('Subject: two\n\nsecond', NOW)
  const taken: string[] = []
  const read = (place: { uidValidity: string | null; lastUid: number }) =>
    readNewMails(access, rules, { place, now: NOW }, async ({ source }) => void taken.push(source.toString()))
  const place = await read(nowhere)
  expect(taken.map(raw => raw.split('\r\n')[0])).toEqual(['Subject: one', 'Subject: two'])
  expect(place).toEqual({ uidValidity: '7', lastUid: 103 })
  expect(await read(place)).toEqual(place)
  server.deliver('Subject: three\n\nthird', NOW)
  expect((await read(place)).lastUid).toBe(104)
  expect(taken).toHaveLength(3)
  expect(server.state.commands.some(line => /STORE|SELECT|EXPUNGE|COPY|MOVE/i.test(line))).toBe(false)
})

test('after the server numbered its mails anew, those of the last days come again', async () => {
  const { server, access, rules } = await start()
  server.deliver('Subject: one\n\nfirst', NOW)
  server.state.uidValidity = 8
  let taken = 0
  await readNewMails(access, rules, { place: { uidValidity: '7', lastUid: 900 }, now: NOW }, async () => void taken++)
  expect(taken).toBe(1)
})

test('of a mail that is too big only the beginning is taken', async () => {
  const { server, access, rules } = await start()
  server.deliver(`Subject: big\n\n${'x'.repeat(3_000_000)}`, NOW)
  let bytes = 0
  await readNewMails(access, rules, { place: nowhere, now: NOW }, async ({ source }) => {
    bytes = source.length
  })
  expect(bytes).toBe(1_000_000)
})

test('what is wrong is said by its kind', async () => {
  const { server, access, rules } = await start()
  expect(await kindOf(countMails(access, rules))).toBe('worked')
  expect(await kindOf(countMails({ ...access, password: 'wrong' }, rules))).toBe('sign_in')
  expect(await kindOf(countMails({ ...access, folder: 'Nothing' }, rules))).toBe('folder')
  expect(await kindOf(countMails(access, { insideHosts: [] }))).toBe('forbidden')
  expect(await kindOf(countMails({ ...access, host: 'localhost', port: 993, tls: 'tls' }, { insideHosts: [] }))).toBe(
    'forbidden',
  )
  server.state.hangUpOn = /SEARCH/
  expect(await kindOf(readNewMails(access, rules, { place: nowhere, now: NOW }, async () => undefined))).toBe('lost')
  await server.stop()
  expect(await kindOf(countMails(access, rules))).toBe('unreachable')
})
