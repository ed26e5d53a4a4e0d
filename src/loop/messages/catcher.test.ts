import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { sendingChannel } from '../../channels/index.ts'
import { startCatcher } from '../../platform/mail/index.ts'
import { catchMail } from './catch-mail.ts'
import { drawCaught, drawInbox, INBOX_POLICY } from './draw-inbox.ts'
import { queueMessage, sending } from './index.ts'
import { caughtRow, caughtRows } from './queries/caught.ts'
import { readMail } from './read-mail.ts'
import { NOON, queuedWave, toolsFor } from './sending.fixture.ts'

const { database } = await freshDatabase()
const { scope } = await freshWorkspace(database)
const tools = toolsFor(database, null)
const newest = () => database.readWorkspace(scope, reader => caughtRows(reader, null, 10))

describe('without a mail server', () => {
  beforeAll(async () => {
    await database.inWorkspace(scope, tx =>
      tx
        .updateTable('workspaces')
        .set({ sender_address: 'ask@nordwind.example', imprint: 'Nordwind GmbH\nÄußere Straße 1' })
        .execute(),
    )
  })

  test('what leaves is caught by a real SMTP server and shown as its reader sees it', async () => {
    await queuedWave(database, scope, [{ email: 'anna@example.com' }])
    await sending(tools).once()
    const [mail] = await newest()
    expect(mail).toMatchObject({ envelope_to: 'anna@example.com', subject: 'Eine Frage zu Nordwind Software' })
    const row = await database.readWorkspace(scope, reader => caughtRow(reader, mail?.caught_id ?? 0))
    if (!row) throw new Error('the caught mail is gone')
    const read = readMail(row.raw)
    expect(read.text).toContain('Äußere Straße 1')
    expect(read.html).toContain('weiterempfehlen?')
    const page = drawCaught('de', { ...row, ...read, show: 'html' })
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
    expect(drawCaught('de', { ...row, ...read, show: 'source' })).toContain(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
    expect(drawInbox('fi', { rows: [row], next: null, newer: false, caught: true })).toContain('Siepatut viestit')
    expect(INBOX_POLICY).not.toContain('script')
  })

  test('a personal reply leaves although the person objected to being asked, an erased address gets nothing', async () => {
    const { invited } = await queuedWave(database, scope, [
      { email: 'bela@example.com' },
      { email: 'gone@example.com' },
    ])
    const suppress = (at: number, reason: string) =>
      database.pool.query(
        'update addresses set suppressed_at = now(), suppression_reason = $2 where address_key = $1',
        [invited[at]?.addressKey, reason],
      )
    await suppress(0, 'objection')
    await suppress(1, 'erasure')
    const reply = (at: number) =>
      database.inWorkspace(scope, tx =>
        queueMessage(
          tx,
          {
            purpose: 'case_reply',
            personId: invited[at]?.personId ?? null,
            subject: 'Your feedback\r\nBcc: x@y.example',
            body: 'Thank you.',
          },
          tools,
        ),
      )
    await reply(0)
    await expect(reply(1)).rejects.toThrow('address_suppressed')
    await sending(tools).once()
    const [mail] = await newest()
    expect(mail).toMatchObject({ envelope_to: 'bela@example.com', subject: 'Your feedback Bcc: x@y.example' })
    expect((await newest()).map(row => row.envelope_to)).not.toContain('gone@example.com')
  })

  test('the catcher takes no mail that is not ours', async () => {
    const catcher = await startCatcher(mail => catchMail(database, mail))
    const email = await sendingChannel.email()
    const transport = email.open({ smtpUrl: catcher.smtpUrl }, { rules: { insideHosts: [] }, hookUrl: null })
    afterAll(() => {
      transport.close()
      return catcher.stop()
    })
    const foreign = {
      from: { address: 'a@b.example' },
      to: { address: 'c@d.example' },
      subject: 'x',
      text: 'y',
      messageId: 'x@b.example',
      date: NOON,
    }
    const prepared = await transport.prepare(foreign)
    await expect(prepared.release()).rejects.toThrow('not a mail of this installation')
  })
})
