import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { imapServer } from '../../platform/imap/imap-server.fixture.ts'
import { craftedMails } from '../../platform/mail/bounces/crafted-mails.fixture.ts'
import { taggedReturnPath } from '../../platform/mail/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { ReplyMailboxChange } from '../../vocabulary/index.ts'
import { toolsFor } from '../messages/sending.fixture.ts'
import { changeMailbox, readMailbox, tryMailbox } from './change-mailbox.ts'
import { answerTo, askedPerson } from './replies.fixture.ts'
import { replying } from './replying.ts'

const { database } = await freshDatabase()
const ANNA = 'anna@example.com'
const BOX = 'replies@nordwind.example'
let scope: { workspaceId: string; actor: string }
let server: Awaited<ReturnType<typeof imapServer>>
let tools: Tools

beforeEach(async () => {
  await database.pool.query('delete from mailboxes')
  scope = (await freshWorkspace(database)).scope
  server = await imapServer()
  const plain = toolsFor(database, null, () => new Date())
  tools = { ...plain, settings: { ...plain.settings, insideHosts: [server.inside] } }
  await setMailbox({ checker: 'mx.nordwind.example' })
})
afterEach(() => server.stop())

const setMailbox = (change: object) => {
  const usual = {
    address: BOX,
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    userName: 'replies',
    password: 'word',
  }
  const given = ReplyMailboxChange.parse({ ...usual, ...change })
  return database.inWorkspace(scope, tx => changeMailbox(tx, given, scope.workspaceId, tools.settings, new Date()))
}
const read = async () => {
  await database.pool.query('update mailboxes set checked_at = null')
  await replying(tools).once()
}
const asked = (change: object = {}) => askedPerson(tools, scope, { channel: 'email', address: ANNA, ...change })
const tagOf = (messageId: string) => taggedReturnPath(tools.settings.secret, BOX, scope.workspaceId, messageId)
const kinds = async () =>
  (
    await database.readWorkspace(scope, reader =>
      reader.selectFrom('replies').select('kind').orderBy('received_at').execute(),
    )
  ).map(row => row.kind)
const timeLine = () =>
  database.readWorkspace(scope, reader => reader.selectFrom('touchpoints').select(['kind', 'body', 'title']).execute())

const PASS =
  'Authentication-Results: mx.nordwind.example; dkim=pass header.d=example.com; dmarc=pass header.from=example.com'
let number = 0
function deliver(words: string, head: { to?: string; from?: string; extra?: string[]; id?: string } = {}) {
  number += 1
  const { to = BOX, from = `Anna <${ANNA}>`, extra = [PASS], id = `reply-${number}@example.com` } = head
  const lines = [...extra, `From: ${from}`, `To: ${to}`, 'Subject: Re: One question', `Message-ID: <${id}>`]
  server.deliver(
    [...lines, `Date: ${new Date(Date.now() - 60_000 + number * 1000).toUTCString()}`, '', words].join('\n'),
  )
}

test('a bounce in the mailbox is no reply: it ends sending to the address that does not exist', async () => {
  const { messageId } = await asked()
  const raw = craftedMails.find(({ name }) => name === 'unknown user')?.raw ?? ''
  server.deliver(raw.replaceAll('{to}', tagOf(messageId)).replaceAll('\r\n', '\n'))
  await read()
  expect(await kinds()).toEqual([])
  const suppressed = await database.readWorkspace(scope, reader =>
    reader.selectFrom('addresses').select('suppression_reason').where('suppressed_at', 'is not', null).execute(),
  )
  expect(suppressed).toEqual([{ suppression_reason: 'hard_bounce' }])
})

describe('a number in a reply', () => {
  test('is the answer when the mail is signed by its sender and comes from whom we asked, whose words are the comment', async () => {
    const { invitationId, messageId } = await asked()
    deliver('9\nFast and friendly\n\nOn Tuesday Nordwind wrote:\n> question', { to: tagOf(messageId) })
    await read()
    await read()
    expect(await kinds()).toEqual(['answer'])
    expect(await answerTo(database, scope, invitationId)).toMatchObject({
      score: 9,
      comment: 'Fast and friendly',
      state: 'confirmed',
    })
    deliver('One more thing: the manual.', { extra: [PASS, `In-Reply-To: <${messageId}@echolot.example>`] })
    await read()
    expect(await kinds()).toEqual(['answer', 'note'])
    expect(await timeLine()).toMatchObject([{ kind: 'mail', body: 'One more thing: the manual.' }])
  })

  test.each([
    ['without signature', { extra: [] }],
    ['signed for another domain', { extra: [PASS.replaceAll('example.com', 'evil.example')] }],
    ['vouched for by a server that is not ours', { extra: [PASS.replace('mx.nordwind', 'mx.evil')] }],
    ['with a forged line below the true one', { extra: [PASS.replaceAll('=pass', '=fail'), PASS] }],
    ['from somebody else', { from: 'eve@example.com' }],
  ])('%s is an intent at most', async (_why, head) => {
    const { invitationId, messageId } = await asked()
    deliver('9', { to: tagOf(messageId), ...head })
    await read()
    expect(await kinds()).toEqual(['intent'])
    expect(await answerTo(database, scope, invitationId)).toBeUndefined()
    const visits = await database.readWorkspace(scope, reader =>
      reader.selectFrom('invitation_visits').select('score').execute(),
    )
    expect(visits).toEqual([{ score: 9 }])
  })

  test('in an automatic reply, or to an anonymous survey, is no answer', async () => {
    const { invitationId, messageId } = await asked()
    deliver('9', { to: tagOf(messageId), extra: [PASS, 'Auto-Submitted: auto-replied'] })
    const secret = await asked({ address: 'bela@example.com', anonymous: true })
    deliver('9', { to: tagOf(secret.messageId), from: 'bela@example.com' })
    await read()
    expect(await kinds()).toEqual(['automatic', 'note'])
    expect(await answerTo(database, scope, invitationId)).toBeUndefined()
    expect(await answerTo(database, scope, secret.invitationId)).toBeUndefined()
  })
})

describe('words in a reply', () => {
  test('become the comment of an answer that has none', async () => {
    const { invitationId, messageId } = await asked()
    deliver('3', { to: tagOf(messageId) })
    deliver('The delivery was late.\n-- \nAnna', { to: `"x" <${tagOf(messageId).toUpperCase()}>` })
    await read()
    expect(await kinds()).toEqual(['answer', 'comment'])
    expect(await answerTo(database, scope, invitationId)).toMatchObject({ score: 3, comment: 'The delivery was late.' })
  })

  test.each([
    ['Auto-Submitted: auto-generated'],
    ['X-Autoreply: yes'],
    ['Precedence: bulk'],
    ['Return-Path: <>'],
    ['Content-Type: multipart/report; boundary=x'],
  ])('with %j are only noted', async header => {
    const { messageId } = await asked()
    deliver('I am out of office.', { to: tagOf(messageId), extra: [header] })
    await read()
    expect(await kinds()).toEqual(['automatic'])
    expect(await timeLine()).toEqual([])
  })

  test('HTML is taken for its words, attachments are left alone', async () => {
    const { messageId } = await asked()
    const parts = ['Content-Type: multipart/mixed; boundary=b']
    const html = '--b\nContent-Type: text/html\n\n<p>It <b>works</b><img src=x onerror=alert(1)></p>\n'
    const file =
      '--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=x.pdf\n\nJVBERi0=\n--b--'
    deliver(html + file, { to: tagOf(messageId), extra: parts })
    await read()
    expect(await timeLine()).toMatchObject([{ body: 'It works' }])
  })
})

test('a mail that answers none of ours leaves nothing but its id', async () => {
  await asked()
  const { scope: elsewhere } = await freshWorkspace(database, 'Elsewhere')
  const other = await askedPerson(tools, elsewhere, { channel: 'email', address: ANNA })
  deliver('Buy our pills')
  deliver('9', { to: taggedReturnPath(tools.settings.secret, BOX, elsewhere.workspaceId, other.messageId) })
  deliver('9', { extra: [PASS, `In-Reply-To: <${other.messageId}@echolot.example>`] })
  deliver('9', { to: tagOf(crypto.randomUUID()) })
  await read()
  expect(await kinds()).toEqual(['unmatched', 'unmatched', 'unmatched', 'unmatched'])
  const kept = await database.readWorkspace(scope, reader => reader.selectFrom('replies').select('words').execute())
  expect(kept.every(row => row.words === null)).toBe(true)
  expect(await answerTo(database, elsewhere, other.invitationId)).toBeUndefined()
})

test('the same Message-ID twice is taken once', async () => {
  const { messageId } = await asked()
  deliver('Hello', { to: tagOf(messageId), id: 'same@example.com' })
  deliver('Hello', { to: tagOf(messageId), id: 'same@example.com' })
  await read()
  expect(await kinds()).toEqual(['note'])
})

describe('the settings of the mailbox', () => {
  const show = () => database.readWorkspace(scope, readMailbox)
  const attempt = () => database.readWorkspace(scope, reader => tryMailbox(reader, scope.workspaceId, tools.settings))

  test('can be tried, keep the password when it is left out, and never show it', async () => {
    deliver('x')
    expect(await attempt()).toEqual({ mails: 1 })
    await setMailbox({ password: undefined, folder: 'Nothing' })
    await expect(attempt()).rejects.toMatchObject({ code: 'mailbox_unusable', facts: { problem: 'folder' } })
    expect(JSON.stringify(await show())).not.toContain('word')
    const { rows } = await database.pool.query(`select encode(password, 'escape') as password from mailboxes`)
    expect(rows[0].password).not.toContain('word')
  })

  test('what is wrong stands there after the next reading', async () => {
    await setMailbox({ password: 'wrong' })
    await read()
    expect(await show()).toMatchObject({ problem: 'sign_in' })
    await setMailbox({})
    await read()
    expect(await show()).toMatchObject({ problem: null })
  })
})
