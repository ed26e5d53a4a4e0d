const KEPT = 0.9

/** Welch's t of two samples of times; the slowest tenth, which is other work of the machine, is left out of both by one limit. */
export function welch(one: number[], other: number[]): number {
  const all = [...one, ...other].sort((a, b) => a - b)
  const limit = all[Math.floor(KEPT * all.length)] ?? Number.POSITIVE_INFINITY
  const [a, b] = [one, other].map(times => summary(times.filter(ms => ms <= limit)))
  return a && b ? (a.mean - b.mean) / Math.sqrt(a.variance / a.n + b.variance / b.n) : 0
}

function summary(times: number[]) {
  const n = times.length
  const mean = times.reduce((sum, ms) => sum + ms, 0) / n
  return { n, mean, variance: times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / (n - 1) }
}
