import type { Context } from 'hono'
import { networkOf, peerOf, tokenBucket } from '../../platform/http/index.ts'
import type { Tools } from '../../platform/tools.ts'

/** Links that lead nowhere, from one network and minute, before it is told to wait. */
const MISSES_PER_MINUTE = 20

/** Slows down who tries tokens: only misses count, so that nobody with a good link ever waits for a neighbour (S5). */
export function missLimit({ settings, clock }: Pick<Tools, 'settings' | 'clock'>) {
  const draw = tokenBucket(MISSES_PER_MINUTE, () => clock().getTime())
  /** Counts a miss; false when the network has had too many. */
  return (c: Context): boolean => {
    const peer = peerOf(c, settings.trustedProxies ?? 0)
    return peer === 'local' || draw(neighbourhood(networkOf(peer))).allowed
  }
}

/** The /24 of an IPv4 address; a /64 stays as it is. */
const neighbourhood = (network: string): string => network.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1')
