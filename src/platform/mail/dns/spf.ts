import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Dns } from './resolver.ts'

/** What an SPF record says about an address, and on which includes the answer rested. */
export type SpfResult = {
  result: 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'permerror'
  record: string | null
  includes: string[]
}

type Walk = { dns: Dns; ip: string; lookups: number; includes: string[] }
type Verdict = SpfResult['result']

const MOST_LOOKUPS = 10
const VERDICTS: Record<string, Verdict> = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' }
const TERM = /^([+\-~?]?)(all|include|a|mx|ip4|ip6|exists|ptr)(?::([^/]+))?((?:\/\d{1,3})?(?:\/\/\d{1,3})?)$/i

class BrokenRecord extends Error {}

/** Whether `domain` lets `ip` send in its name (RFC 7208 without macros, which sending companies do not need to name their servers). */
export async function evaluateSpf(dns: Dns, domain: string, ip: string): Promise<SpfResult> {
  const walk: Walk = { dns, ip, lookups: 0, includes: [] }
  const records = await spfRecords(dns, domain)
  const record = records[0] ?? null
  if (records.length > 1) return { result: 'permerror', record: records.join(' | '), includes: [] }
  if (record === null) return { result: 'none', record, includes: [] }
  try {
    return { result: await follow(walk, domain, record), record, includes: walk.includes }
  } catch (error) {
    if (!(error instanceof BrokenRecord)) throw error
    return { result: 'permerror', record, includes: walk.includes }
  }
}

/** The SPF records of a domain; more than one is a mistake that makes all of them worthless. */
export const spfRecords = async (dns: Dns, domain: string): Promise<string[]> =>
  (await dns.txt(domain)).filter(text => /^v=spf1( |$)/i.test(text))

async function follow(walk: Walk, domain: string, record: string): Promise<Verdict> {
  const terms = record.trim().split(/ +/).slice(1)
  for (const term of terms.filter(one => !one.includes('='))) {
    const [, sign = '', kind = '', value = domain, mask = ''] = term.match(TERM) ?? []
    if (!kind) throw new BrokenRecord()
    if (await matches(walk, kind.toLowerCase(), value, mask, domain)) return VERDICTS[sign || '+'] ?? 'pass'
  }
  const redirect = terms.find(term => /^redirect=/i.test(term))?.slice('redirect='.length)
  return redirect ? other(walk, redirect) : 'neutral'
}

async function matches(walk: Walk, kind: string, value: string, mask: string, domain: string): Promise<boolean> {
  const { dns, ip } = walk
  switch (kind) {
    case 'all':
      return true
    case 'ip4':
    case 'ip6':
      // `ip6:2001:db8::/32`: the first colon ended the kind, the rest is the address.
      return within(ip, value, mask)
    case 'include':
      walk.includes.push(value.toLowerCase())
      return (await other(walk, value)) === 'pass'
    case 'a':
      count(walk)
      return (await addressesOf(dns, value, ip)).some(address => within(ip, address, mask))
    case 'mx': {
      count(walk)
      const hosts = await dns.mx(value || domain)
      const addresses = await Promise.all(hosts.slice(0, MOST_LOOKUPS).map(host => addressesOf(dns, host, ip)))
      return addresses.flat().some(address => within(ip, address, mask))
    }
    default:
      count(walk)
      return false
  }
}

/** The verdict of another domain's record, which has to be there. */
async function other(walk: Walk, domain: string): Promise<Verdict> {
  count(walk)
  const [record, second] = await spfRecords(walk.dns, domain)
  if (!record || second) throw new BrokenRecord()
  return follow(walk, domain, record)
}

function count(walk: Walk): void {
  walk.lookups += 1
  if (walk.lookups > MOST_LOOKUPS) throw new BrokenRecord()
}

const addressesOf = (dns: Dns, name: string, ip: string): Promise<string[]> =>
  isIPv6(ip) ? dns.aaaa(name) : dns.a(name)

function within(ip: string, network: string, mask: string): boolean {
  const family = isIP(network)
  if (family === 0) throw new BrokenRecord()
  if (family !== isIP(ip)) return false
  const bits = family === 4 ? mask.match(/^\/(\d+)/)?.[1] : (mask.match(/\/\/(\d+)$/) ?? mask.match(/^\/(\d+)$/))?.[1]
  const widest = family === 4 ? 32 : 128
  const list = new BlockList()
  list.addSubnet(network, Math.min(Number(bits ?? widest), widest), family === 4 ? 'ipv4' : 'ipv6')
  return list.check(ip, family === 4 ? 'ipv4' : 'ipv6')
}
