import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { EgressProblem } from './egress-problem.ts'
import { isPublicAddress } from './public-address.ts'

/** Hosts that the operator lets us reach although they are inside, as `host:port`; there http is possible too. */
export type EgressRules = { insideHosts: readonly string[] }

/** Where a name leads just now: every later step connects to this very address, so that a changed answer of the name server is no way in. */
export type Way = { host: string; port: number; address: string; family: 4 | 6 }

const WEB_PORTS = [443, 8443]

/** The way to a web address: https on the ports of the web to public addresses only, or a host that the operator named. */
export async function findWay(url: URL, rules: EgressRules): Promise<Way> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const inside = isNamed(url.hostname, port, rules)
  if (url.username || url.password) throw new EgressProblem('forbidden', 'The address must not contain a user name.')
  if (!inside && url.protocol !== 'https:') throw new EgressProblem('forbidden', 'Only https addresses are called.')
  if (!inside && !WEB_PORTS.includes(port)) throw new EgressProblem('forbidden', 'Only ports 443 and 8443 are called.')
  return findHost(url.hostname, port, rules)
}

/** The way to a host and port, whatever is spoken there. */
export async function findHost(host: string, port: number, rules: EgressRules): Promise<Way> {
  const bare = host.replace(/^\[|\]$|\.$/g, '')
  const found = isIP(bare) ? [{ address: bare, family: isIP(bare) }] : await addressesOf(bare)
  const inside = isNamed(host, port, rules)
  // One address inside among several is reason enough: which of them would be taken is up to the name server.
  if (!inside && !found.every(({ address }) => isPublicAddress(address)))
    throw new EgressProblem('forbidden', 'This host is not on the open internet.')
  const first = found[0]
  if (!first) throw new EgressProblem('unreachable', 'The host was not found.')
  return { host: bare, port, address: first.address, family: first.family === 6 ? 6 : 4 }
}

const isNamed = (host: string, port: number, { insideHosts }: EgressRules): boolean =>
  insideHosts.includes(`${host.toLowerCase()}:${port}`)

async function addressesOf(host: string) {
  try {
    return await lookup(host, { all: true, verbatim: false })
  } catch (cause) {
    throw new EgressProblem('unreachable', 'The host was not found.', cause)
  }
}
