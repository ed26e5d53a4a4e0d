import { BlockList, isIP } from 'node:net'
import type { Dns } from './resolver.ts'

/** From where mails reach the world: a provider whose servers are named by an include, or addresses of our own. */
export type SendingHost = { include: string | null; name: string; addresses: string[] }

/** Relays that send from many addresses: by the end of their SMTP host, what to include in SPF. */
const PROVIDERS: Record<string, string> = {
  'sendgrid.net': 'sendgrid.net',
  'amazonaws.com': 'amazonses.com',
  'mailgun.org': 'mailgun.org',
  'postmarkapp.com': 'spf.mtasv.net',
  'mailjet.com': 'spf.mailjet.com',
  'brevo.com': 'spf.brevo.com',
  'sparkpostmail.com': 'sparkpostmail.com',
  'gmail.com': '_spf.google.com',
  'google.com': '_spf.google.com',
  'office365.com': 'spf.protection.outlook.com',
  'outlook.com': 'spf.protection.outlook.com',
}

const inside = new BlockList()
for (const [network, bits] of [
  ...[['127.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['172.16.0.0', 12] as const],
  ...[['192.168.0.0', 16] as const, ['169.254.0.0', 16] as const, ['100.64.0.0', 10] as const],
])
  inside.addSubnet(network, bits, 'ipv4')
inside.addSubnet('fc00::', 7, 'ipv6')
inside.addSubnet('fe80::', 10, 'ipv6')
inside.addAddress('::1', 'ipv6')

/** Finds the sending host: the name it greets with, its own, or, for a server beside us, the host of the public address. */
export async function sendingHost(dns: Dns, smtpUrl: string, publicUrl: string): Promise<SendingHost> {
  const url = new URL(smtpUrl)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const include = includeOf(host)
  if (include) return { include, name: host, addresses: [] }
  for (const name of [url.searchParams.get('name'), host, new URL(publicUrl).hostname]) {
    if (!name) continue
    const addresses = (await addressesOf(dns, name)).filter(isOutside)
    if (addresses.length > 0) return { include: null, name, addresses }
  }
  return { include: null, name: host, addresses: [] }
}

/** Whether mails go through a relay, which keeps the pace that mailboxes like by itself. */
export const isRelay = (smtpUrl: string): boolean =>
  URL.canParse(smtpUrl) && includeOf(new URL(smtpUrl).hostname) !== null

function includeOf(host: string): string | null {
  const provider = Object.keys(PROVIDERS).find(end => host === end || host.endsWith(`.${end}`))
  return provider ? (PROVIDERS[provider] ?? null) : null
}

const addressesOf = async (dns: Dns, name: string): Promise<string[]> =>
  isIP(name) ? [name] : (await Promise.all([dns.a(name), dns.aaaa(name)])).flat()

const isOutside = (ip: string): boolean => !inside.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
