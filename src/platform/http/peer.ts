import type { Context } from 'hono'

type NodeSocket = { incoming?: { socket?: { remoteAddress?: string } } }

/** The address at the other end: the socket's, or what the outermost of `trustedHops` proxies of ours saw. */
export function peerOf(c: Context, trustedHops: number): string {
  const socket = (c.env as NodeSocket | undefined)?.incoming?.socket?.remoteAddress ?? 'local'
  if (trustedHops === 0) return socket
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  return seen.at(-trustedHops) || socket
}

/** The network an address stands for in limits: an IPv4 address, or the /64 of an IPv6 address however it is written. */
export function networkOf(peer: string): string {
  if (/^::ffff:[\d.]+$/i.test(peer)) return peer.slice(7)
  return peer.includes(':') ? groupsOf(peer).slice(0, 4).join(':') : peer
}

/** The eight groups of an IPv6 address without leading zeros; `::` stands for as many zeros as are missing. */
function groupsOf(address: string): string[] {
  const [before = [], after] = address.split('::').map(part => part.split(':').filter(Boolean))
  const zeros = after ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return [...before, ...zeros, ...(after ?? [])].map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
}
