import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSender } from './check-sender.ts'
import { dnsServer, type Zone } from './dns-server.fixture.ts'
import { type Dns, dnsOver } from './resolver.ts'
import { sendingHost } from './sending-host.ts'
import { evaluateSpf } from './spf.ts'

const zone: Zone = {
  'ip.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all', 'other words'] },
  'a.example': { TXT: ['v=spf1 a -all'], A: ['192.0.2.7'], AAAA: ['2001:db8::7'] },
  'net.example': { TXT: ['v=spf1 a:a.example/28 ~all'] },
  'mx.example': { TXT: ['v=spf1 mx ?all'], MX: ['10 a.example', '20 b.example'] },
  'b.example': { A: ['198.51.100.9'] },
  'include.example': { TXT: ['v=spf1 include:ip.example include:mx.example ~all'] },
  'redirect.example': { TXT: ['v=spf1 redirect=ip.example'] },
  'two.example': { TXT: ['v=spf1 -all', 'v=spf1 +all'] },
  'loop.example': { TXT: ['v=spf1 include:loop.example -all'] },
  'broken.example': { TXT: ['v=spf1 ip4:not-an-address -all'] },
  'typo.example': { TXT: ['v=spf1 ipv4:192.0.2.1 -all'] },
  'hole.example': { TXT: ['v=spf1 include:nowhere.example -all'] },
  'macro.example': { TXT: ['v=spf1 exists:%{i}.list.example ip4:192.0.2.1 -all'] },
  'long.example': { TXT: [`v=spf1 ${'include:ip.example '.repeat(11)}-all`] },
  'seven.example': { TXT: [`v=spf1 ${'a:b.example '.repeat(9)}ip4:192.0.2.1 -all`] },
  'silent.example': 'SILENT',
  'failing.example': 'SERVFAIL',
}
let dns: Dns
let server: Awaited<ReturnType<typeof dnsServer>>
beforeAll(async () => {
  server = await dnsServer(zone)
  dns = dnsOver([server.address], 150)
})
afterAll(() => server.stop())

describe('SPF', () => {
  test.each([
    ['ip.example', '192.0.2.200', 'pass'],
    ['ip.example', '192.0.3.1', 'fail'],
    ['ip.example', '2001:db8:ffff::1', 'pass'],
    ['ip.example', '2001:db9::1', 'fail'],
    ['a.example', '192.0.2.7', 'pass'],
    ['a.example', '2001:db8::7', 'pass'],
    ['a.example', '192.0.2.8', 'fail'],
    ['net.example', '192.0.2.15', 'pass'],
    ['net.example', '192.0.2.16', 'softfail'],
    ['mx.example', '198.51.100.9', 'pass'],
    ['mx.example', '198.51.100.10', 'neutral'],
    ['include.example', '192.0.2.1', 'pass'],
    ['include.example', '198.51.100.9', 'pass'],
    ['include.example', '203.0.113.1', 'softfail'],
    ['redirect.example', '192.0.2.1', 'pass'],
    ['redirect.example', '203.0.113.1', 'fail'],
    ['macro.example', '192.0.2.1', 'pass'],
    ['seven.example', '192.0.2.1', 'pass'],
    ['nowhere.example', '192.0.2.1', 'none'],
    ['two.example', '192.0.2.1', 'permerror'],
    ['loop.example', '192.0.2.1', 'permerror'],
    ['broken.example', '192.0.2.1', 'permerror'],
    ['typo.example', '192.0.2.1', 'permerror'],
    ['hole.example', '192.0.2.1', 'permerror'],
    ['long.example', '203.0.113.1', 'permerror'],
  ])('of %s for %s: %s', async (domain, ip, result) => {
    expect((await evaluateSpf(dns, domain, ip)).result).toBe(result)
  })
})

describe('the sending host', () => {
  test.each([
    ['smtp://apikey:x@smtp.sendgrid.net:587', { include: 'sendgrid.net', addresses: [] }],
    ['smtps://x:y@email-smtp.eu-central-1.amazonaws.com', { include: 'amazonses.com' }],
    ['smtp://a.example', { include: null, addresses: ['192.0.2.7', '2001:db8::7'] }],
    ['smtp://192.0.2.33', { include: null, addresses: ['192.0.2.33'] }],
    ['smtp://127.0.0.1', { name: 'b.example', addresses: ['198.51.100.9'] }],
    ['smtp://10.1.2.3?name=a.example', { name: 'a.example', addresses: ['192.0.2.7', '2001:db8::7'] }],
    ['smtp://nowhere.example', { name: 'b.example' }],
  ])('of %s', async (smtpUrl, found) => {
    expect(await sendingHost(dns, smtpUrl, 'https://b.example')).toMatchObject(found)
  })
})

describe('a look at a sender domain', () => {
  const publicKey = 'MIIB'.repeat(98)
  const host = { include: null, name: 'mail.nord.example', addresses: ['203.0.113.5'] }
  const sender = { domain: 'nord.example', returnDomain: 'nord.example', dkim: { selector: 'e1', publicKey }, host }
  const states = async () => {
    const findings = await checkSender(dns, sender)
    return Object.fromEntries(findings.map(({ check, state, says }) => [check, `${state} ${says}`]))
  }

  test('with nothing published names every record to publish', async () => {
    const findings = await checkSender(dns, sender)
    expect(findings.map(({ says }) => says)).toEqual([
      'spf_missing',
      'dkim_missing',
      'dmarc_missing',
      'mx_missing',
      'reverse_missing',
    ])
    expect(findings.map(({ record }) => record)).toEqual([
      { name: 'nord.example', type: 'TXT', value: 'v=spf1 ip4:203.0.113.5 ~all' },
      { name: 'e1._domainkey.nord.example', type: 'TXT', value: `v=DKIM1; k=rsa; p=${publicKey}` },
      { name: '_dmarc.nord.example', type: 'TXT', value: 'v=DMARC1; p=none; rua=mailto:dmarc@nord.example' },
      { name: 'nord.example', type: 'MX', value: '10 mail.nord.example' },
      { name: '203.0.113.5', type: 'PTR', value: 'mail.nord.example' },
    ])
  })

  test('keeps what a record says already, and says what is wrong', async () => {
    zone['nord.example'] = { TXT: ['v=spf1 include:ip.example -all'] }
    zone['e1._domainkey.nord.example'] = { TXT: ['v=DKIM1; p=OTHER'] }
    zone['_dmarc.nord.example'] = { TXT: ['v=DMARC1; rua=mailto:x@nord.example'] }
    zone['5.113.0.203.in-addr.arpa'] = { PTR: ['elsewhere.example'] }
    const findings = await checkSender(dns, sender)
    expect(findings[0]?.record?.value).toBe('v=spf1 include:ip.example ip4:203.0.113.5 -all')
    expect(findings.map(({ says }) => says)).toEqual([
      'spf_not_included',
      'dkim_other',
      'dmarc_broken',
      'mx_missing',
      'reverse_differs',
    ])
  })

  test('is green once everything stands', async () => {
    zone['nord.example'] = { TXT: ['v=spf1 ip4:203.0.113.5 -all'], MX: ['10 mail.nord.example'] }
    zone['e1._domainkey.nord.example'] = { TXT: [`v=DKIM1; k=rsa; p=${publicKey}`] }
    zone['_dmarc.nord.example'] = { TXT: ['v=DMARC1; p=quarantine'] }
    zone['mail.nord.example'] = { A: ['203.0.113.5'] }
    zone['5.113.0.203.in-addr.arpa'] = { PTR: ['mail.nord.example'] }
    expect(new Set(Object.values(await states()).map(state => state.split(' ')[0]))).toEqual(new Set(['good']))
  })

  test('finds a policy above the domain, and says when bounces go to a stranger', async () => {
    const sub = { ...sender, domain: 'mail.sub.nord.example', returnDomain: 'bounces.elsewhere.example' }
    const dmarc = (await checkSender(dns, sub)).find(({ check }) => check === 'dmarc')
    expect(dmarc).toMatchObject({ state: 'warning', says: 'dmarc_return_foreign', found: 'v=DMARC1; p=quarantine' })
  })

  test.each(['silent.example', 'failing.example'])('does not judge what the DNS did not answer: %s', async domain => {
    const spf = (await checkSender(dns, { ...sender, returnDomain: domain })).find(({ check }) => check === 'spf')
    expect(spf).toMatchObject({ state: 'unknown', says: 'dns_silent', record: null })
  })
})
