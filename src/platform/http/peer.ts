import type { Context } from 'hono'

type NodeSocket = { incoming?: { socket?: { remoteAddress?: string } } }

/** The address at the other end: the socket's, or what the outermost of `trustedHops` proxies of ours saw. */
export function peerOf(c: Context, trustedHops: number): string {
  const socket = (c.env as NodeSocket | undefined)?.incoming?.socket?.remoteAddress ?? 'local'
  if (trustedHops === 0) return socket
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  return seen.at(-trustedHops) || socket
}

/** The network an address stands for in limits: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(peer: string): string {
  if (peer.startsWith('::ffff:')) return peer.slice(7)
  return peer.includes(':') ? peer.split(':').slice(0, 4).join(':') : peer
}
