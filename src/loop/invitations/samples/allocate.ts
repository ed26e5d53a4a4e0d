import type { Allocation } from '../../../vocabulary/index.ts'

/** How many of each part are drawn: never more than there are, together as many as wanted where there are so many. */
export function allocate(sizes: number[], wanted: number, allocation: Allocation): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const size = Math.min(wanted, total)
  return allocation === 'equal' ? equalParts(sizes, size) : proportionalParts(sizes, size, total)
}

/** Largest remainders (Hamilton): parts of whole people that add up. */
function proportionalParts(sizes: number[], size: number, total: number): number[] {
  const exact = sizes.map(own => (total === 0 ? 0 : (own * size) / total))
  const parts = exact.map(Math.floor)
  const left = size - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest)
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** The same of each; what a small part cannot give, the others do. */
function equalParts(sizes: number[], size: number): number[] {
  const parts = sizes.map(() => 0)
  let left = size
  while (left > 0) {
    const open = sizes.flatMap((own, i) => (own > (parts[i] ?? 0) ? [i] : []))
    const share = Math.floor(left / open.length)
    for (const i of share > 0 ? open : open.slice(0, left)) {
      const more = Math.min(Math.max(1, share), (sizes[i] ?? 0) - (parts[i] ?? 0))
      parts[i] = (parts[i] ?? 0) + more
      left -= more
    }
  }
  return parts
}
