import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { composeMail, envelopeAddress, type Mail } from './compose-mail.ts'

const mail: Mail = {
  from: { name: 'Nordwind', address: 'ask@nordwind.example' },
  to: { name: 'Anna Meier', address: 'anna@example.net' },
  replyTo: { address: 'team@nordwind.example' },
  subject: 'How likely?',
  text: 'Hello',
  html: '<p>Hello</p>',
  messageId: 'm1@nordwind.example',
  date: new Date('2026-03-02T09:00:00Z'),
  list: { unsubscribeUrl: 'https://echolot.example/u/abc', id: 'surveys.nordwind', name: 'Surveys' },
}

const PAYLOADS = [
  'x\r\nBcc: thief@example.org',
  'x\nBcc: thief@example.org',
  'x\rBcc: thief@example.org',
  'x\u2028Bcc: thief@example.org',
  'x\u2029To: thief@example.org',
  'x\u0085Bcc: thief@example.org',
  'x\u0000\r\n\r\nbody',
  '=?UTF-8?B?eA0KQmNjOiB0aGllZkBleGFtcGxlLm9yZw==?=',
  '=?UTF-8?Q?x=0D=0ABcc:_thief@example.org?=',
  '"<a@b.example>" <c@d.example>',
  'a@b.example, c@d.example',
  'group: a@b.example;',
  ',;<>',
  '"\\"',
  '\u202egnp.exe',
  `${'long '.repeat(400)}\r\nBcc: thief@example.org`,
  '\r\n.\r\nMAIL FROM:<x@y.example>',
  '%0d%0aBcc: thief@example.org',
  'x\v\f\r\n\tBcc: thief@example.org',
  '<script>alert(1)</script>',
]

const fields: ((payload: string) => Partial<Mail>)[] = [
  payload => ({ subject: payload }),
  payload => ({ from: { ...mail.from, name: payload } }),
  payload => ({ to: { ...mail.to, name: payload } }),
  payload => ({ replyTo: { name: payload, address: 'team@nordwind.example' } }),
  payload => ({ list: { unsubscribeUrl: 'https://echolot.example/u/abc', id: payload, name: payload } }),
  payload => ({ language: payload }),
  payload => ({ messageId: payload }),
]

describe('a mail on the wire', () => {
  test('has both texts, the list headers and one click to unsubscribe', async () => {
    const raw = (await composeMail(mail)).toString()
    expect(raw).toContain('List-Unsubscribe: <https://echolot.example/u/abc>\r\n')
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
    expect(raw).toContain('Message-ID: <m1@nordwind.example>\r\n')
    const parsed = await simpleParser(raw)
    expect(parsed.text?.trim()).toBe('Hello')
    expect(parsed.html).toContain('<p>Hello</p>')
  })

  test('no name, subject or list can add a header, a recipient or a second mail', async () => {
    for (const payload of PAYLOADS) {
      for (const field of fields) {
        const raw = (await composeMail({ ...mail, ...field(payload) })).toString()
        const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
        for (const name of ['From', 'To', 'Subject', 'Message-ID', 'Date'])
          expect(head.match(new RegExp(`^${name}:`, 'gim')), `${name} with ${JSON.stringify(payload)}`).toHaveLength(1)
        expect(head).not.toMatch(/^(bcc|cc):/im)
        const parsed = await simpleParser(raw)
        const to = parsed.to && 'value' in parsed.to ? parsed.to.value.map(box => box.address) : []
        expect(to).toEqual(['anna@example.net'])
        expect(parsed.from?.value.map(box => box.address)).toEqual(['ask@nordwind.example'])
        expect(parsed.bcc).toBeUndefined()
      }
    }
  })

  test('only a plain address becomes an envelope', () => {
    expect(envelopeAddress('anna@bücher.example')).toBe('anna@xn--bcher-kva.example')
    for (const address of [
      '"a b"@c.example',
      'a@b.example>',
      'a b@c.example',
      'a@b.example\r\nx',
      '<a@b.example>',
      'a,b@c.example',
      'a@',
      'ä@b.example',
    ])
      expect(() => envelopeAddress(address), address).toThrow()
  })
})
