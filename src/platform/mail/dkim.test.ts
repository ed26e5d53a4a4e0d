import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeMail } from './compose-mail.ts'
import { type DkimKey, dkimRecord, makeDkimKey, signMail } from './dkim.ts'

const at = new Date('2026-03-03T11:00:00Z')
let key: DkimKey
let record: string
beforeAll(async () => {
  const { privateKey, publicKey } = await makeDkimKey()
  key = { domain: 'nordwind.example', selector: 'echolot', privateKey }
  record = dkimRecord(publicKey)
})

const compose = (text = 'Hello  \n\n\nGrüße \t und Äpfel \n\n\n') =>
  composeMail({
    from: { name: 'Nordwind Größe', address: 'ask@nordwind.example' },
    to: { name: 'Anna', address: 'anna@example.net' },
    subject: `Wie wahrscheinlich ist es, dass Sie uns ${'sehr '.repeat(30)}empfehlen?`,
    text,
    html: '<p>Hallo  Welt </p>',
    messageId: 'm1@nordwind.example',
    date: at,
    list: { unsubscribeUrl: 'https://echolot.example/u/abc', id: 'surveys.nordwind', name: 'Surveys' },
  })

/** What an independent program (mailauth) finds, with `published` as the DNS record. */
async function verified(mail: Buffer, published = record) {
  const resolver = async (name: string) => {
    expect(name).toBe('echolot._domainkey.nordwind.example')
    return [[published]]
  }
  const { results } = await dkimVerify(mail, { resolver })
  return results[0]
}

describe('a signed mail', () => {
  test('is verified by another program, and the way to unsubscribe is covered', async () => {
    const found = await verified(signMail(await compose(), key, at))
    expect(found?.status.result).toBe('pass')
    expect(found?.status.aligned).toBe('nordwind.example')
    const covered = found?.signingHeaders?.keys.toLowerCase().split(/\s*:\s*/)
    expect(covered).toEqual(expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post', 'list-id']))
  })

  test.each(['', '\n', 'a', 'a\n', ' ', '.\n..\n', `${'x'.repeat(3000)}\n`])('passes with the text %j', async text => {
    expect((await verified(signMail(await compose(text), key, at)))?.status.result).toBe('pass')
  })

  test('is no longer, once a word, the unsubscribe link or the sender was changed or a second sender added', async () => {
    const mail = signMail(await compose(), key, at).toString('latin1')
    const changes = [
      mail.replace('Hello', 'Hullo'),
      mail.replace('/u/abc', '/u/abd'),
      mail.replace('One-Click', 'Two-Click'),
      mail.replace('ask@nordwind', 'bsk@nordwind'),
      `From: other@nordwind.example\r\n${mail}`,
    ]
    for (const changed of changes) {
      expect(changed).not.toBe(mail)
      expect((await verified(Buffer.from(changed, 'latin1')))?.status.result).not.toBe('pass')
    }
  })

  test('does not pass with the key of somebody else', async () => {
    const other = dkimRecord((await makeDkimKey()).publicKey)
    expect((await verified(signMail(await compose(), key, at), other))?.status.result).toBe('fail')
  })
})
