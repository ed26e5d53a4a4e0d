import { BlockList, isIPv4, isIPv6 } from 'node:net'

const reserved4 = new BlockList()
for (const [network, bits] of [
  ...[['0.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['100.64.0.0', 10] as const, ['127.0.0.0', 8] as const],
  ...[
    ['169.254.0.0', 16] as const,
    ['172.16.0.0', 12] as const,
    ['192.0.0.0', 24] as const,
    ['192.0.2.0', 24] as const,
  ],
  ...[['192.31.196.0', 24] as const, ['192.52.193.0', 24] as const, ['192.88.99.0', 24] as const],
  ...[['192.168.0.0', 16] as const, ['192.175.48.0', 24] as const, ['198.18.0.0', 15] as const],
  ...[
    ['198.51.100.0', 24] as const,
    ['203.0.113.0', 24] as const,
    ['224.0.0.0', 4] as const,
    ['240.0.0.0', 4] as const,
  ],
])
  reserved4.addSubnet(network, bits, 'ipv4')

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const reserved6 = new BlockList()
// Protocol assignments with Teredo, documentation, 6to4: each can carry an inner address.
for (const [network, bits] of [
  ['2001::', 23] as const,
  ['2001:db8::', 32] as const,
  ['2002::', 16] as const,
  ['2620:4f:8000::', 48] as const,
  ['3fff::', 20] as const,
])
  reserved6.addSubnet(network, bits, 'ipv6')

/** Whether an address is one of the open internet: never this machine, its network, or a way into them (case M9). */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved4.check(address, 'ipv4')
  // Everything outside the global unicast block falls away: loopback, link-local, unique local, mapped and translated addresses.
  return (
    isIPv6(address) && !address.includes('%') && global6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6')
  )
}
