import { isIPv6 } from 'node:net'
import { checkDkim, type PublishedKey } from './check-dkim.ts'
import { checkDmarc } from './check-dmarc.ts'
import type { Finding } from './finding.ts'
import { type Dns, DnsTrouble } from './resolver.ts'
import type { SendingHost } from './sending-host.ts'
import { evaluateSpf, spfRecords } from './spf.ts'

/** Who sends: the domain of From, where bounces go, the key that signs, and the host that delivers. */
export type Sender = { domain: string; returnDomain: string; dkim: PublishedKey; host: SendingHost }

/** Looks up everything by which mailboxes judge a sender; each finding that is not good names the record to publish. */
export async function checkSender(dns: Dns, sender: Sender): Promise<Finding[]> {
  const { domain, returnDomain, dkim, host } = sender
  return Promise.all([
    answered('spf', () => checkSpf(dns, returnDomain, host)),
    answered('dkim', () => checkDkim(dns, domain, dkim)),
    answered('dmarc', () => checkDmarc(dns, domain, returnDomain)),
    answered('mx', () => checkMx(dns, returnDomain, host)),
    answered('reverse', () => checkReverse(dns, host)),
  ])
}

async function answered(check: Finding['check'], look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof DnsTrouble)) throw error
    return { check, state: 'unknown', says: 'dns_silent', found: null, record: null }
  }
}

async function checkSpf(dns: Dns, domain: string, host: SendingHost): Promise<Finding> {
  const records = await spfRecords(dns, domain)
  const wanted = { name: domain, type: 'TXT' as const, value: spfWith(records[0] ?? 'v=spf1 ~all', host) }
  const finding = (state: Finding['state'], says: Finding['says']): Finding => ({
    check: 'spf',
    state,
    says,
    found: records.join(' | ') || null,
    record: state === 'good' ? null : wanted,
  })
  if (records.length > 1) return finding('bad', 'spf_several')
  if (!host.include && host.addresses.length === 0) return finding('unknown', 'spf_host_unknown')
  if (records.length === 0) return finding('bad', 'spf_missing')
  // A relay sends from addresses that we do not know: its include decides.
  const probes = host.include ? ['192.0.2.1'] : host.addresses
  const results = await Promise.all(probes.map(ip => evaluateSpf(dns, domain, ip)))
  if (results.some(({ result }) => result === 'permerror')) return finding('bad', 'spf_broken')
  const named = host.include
    ? results[0]?.includes.includes(host.include)
    : results.every(({ result }) => result === 'pass')
  return finding(named ? 'good' : 'bad', named ? 'spf_good' : 'spf_not_included')
}

/** The record with our host in it, before the word about all others. */
function spfWith(record: string, host: SendingHost): string {
  const ours = host.include
    ? [`include:${host.include}`]
    : host.addresses.map(ip => (isIPv6(ip) ? `ip6:${ip}` : `ip4:${ip}`))
  const terms = record.trim().split(/ +/)
  const missing = ours.filter(term => !terms.includes(term))
  const end = terms.findIndex(term => /^[+\-~?]?all$|^redirect=/i.test(term))
  return terms.toSpliced(end < 0 ? terms.length : end, 0, ...missing).join(' ')
}

async function checkMx(dns: Dns, domain: string, host: SendingHost): Promise<Finding> {
  const hosts = await dns.mx(domain)
  const good = hosts.some(name => name !== '' && name !== '.')
  return {
    check: 'mx',
    state: good ? 'good' : 'warning',
    says: good ? 'mx_good' : 'mx_missing',
    found: hosts.join(', ') || null,
    record: good ? null : { name: domain, type: 'MX', value: `10 ${host.include ? `mail.${domain}` : host.name}` },
  }
}

async function checkReverse(dns: Dns, host: SendingHost): Promise<Finding> {
  const finding = (state: Finding['state'], says: Finding['says'], found: string | null = null): Finding => {
    const ip = host.addresses[0] ?? ''
    return {
      check: 'reverse',
      state,
      says,
      found,
      record: ip && state !== 'good' ? { name: ip, type: 'PTR', value: host.name } : null,
    }
  }
  if (host.include) return finding('good', 'reverse_by_provider')
  const [ip] = host.addresses
  if (!ip) return finding('unknown', 'reverse_host_unknown')
  const names = await dns.ptr(ip)
  if (names.length === 0) return finding('bad', 'reverse_missing')
  const back = await Promise.all(names.map(name => (isIPv6(ip) ? dns.aaaa(name) : dns.a(name))))
  const closes = back.flat().includes(ip)
  return finding(closes ? 'good' : 'warning', closes ? 'reverse_good' : 'reverse_differs', names.join(', '))
}
