import { describe, expect, test } from 'vitest'
import { leastTime } from '../../../../test/harness/least-time.ts'
import { craftedMails } from './crafted-mails.fixture.ts'
import { readBounce } from './read-bounce.ts'

const path = 'bounces+abc@nordwind.example'
const LONGEST_MS = 250

describe('a mail that comes back', () => {
  test.each(craftedMails)('$name', ({ raw, kind, status, words }) => {
    const found = readBounce(Buffer.from(raw.replaceAll('{to}', path)))
    expect(found?.kind ?? null).toBe(kind)
    if (found) expect(found.sentTo).toContain(path)
    if (status) expect(found?.status).toBe(status)
    if (words) expect(found?.words).toBe(words)
  })
})

const report = craftedMails[0]?.raw ?? ''
const nested = (depth: number): string =>
  depth === 0
    ? 'x'
    : `Content-Type: multipart/mixed; boundary="n${depth}"\r\n\r\n--n${depth}\r\n${nested(depth - 1)}\r\n--n${depth}--\r\n`

describe('mails that are meant to do harm', () => {
  const bombs: [string, string][] = [
    [
      'a thousand parts',
      report.replace(
        '--b1\r\nContent-Type: message/rfc822',
        `${'--b1\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(1000)}--b1\r\nContent-Type: message/rfc822`,
      ),
    ],
    ['a thousand levels', nested(1000)],
    ['sixty levels', nested(60)],
    ['a hundred thousand headers', `${'X-A: b\r\n'.repeat(100_000)}${report}`],
    ['a header of a megabyte', `X-A: ${'b'.repeat(1_000_000)}\r\n${report}`],
    ['a megabyte of text', report.replace('Hello', 'Hello '.repeat(200_000))],
    [
      'three megabytes of status lines',
      report.replace('Action: failed', `${'X: y\r\n'.repeat(500_000)}Action: failed`),
    ],
    ['a megabyte of line ends', report.replace('Action: failed', '\r\n'.repeat(500_000))],
    ['a megabyte of angle brackets', `To: ${'<a@'.repeat(300_000)}\r\n${report}`],
    ['a megabyte of encoded words', `Subject: ${'=?utf-8?B?YQ==?= '.repeat(60_000)}\r\n${report}`],
    [
      'a megabyte that opens like qmail',
      `From: a@b.example\r\n\r\nHi. This is the qmail-send program\r\n${'<a@b.example>:\r\n'.repeat(60_000)}`,
    ],
    [
      'a megabyte of base64',
      `Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD'.repeat(250_000)}\r\n--q--`,
    ],
  ]
  test.each(bombs)('%s: read or refused within 250 ms', async (_name, raw) => {
    const bytes = Buffer.from(raw)
    expect(await leastTime(() => readBounce(bytes), LONGEST_MS)).toBeLessThan(LONGEST_MS)
  })

  test('a thousand parts are refused outright', () => {
    expect(readBounce(Buffer.from(bombs[0]?.[1] ?? ''))).toBeNull()
  })
})
