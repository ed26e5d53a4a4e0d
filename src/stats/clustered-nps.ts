import { categoryOf } from './score.ts'
import { studentTQuantile } from './special/student-t.ts'
import { within } from './special/within.ts'

/** One answer and the customer or account it came from. */
export type ClusteredAnswer = { score: number; cluster: string | number }

/** NPS when one customer may have answered several times, or one account many times. */
export type ClusteredNps = {
  nps: number
  n: number
  clusters: number
  /** Cluster-robust standard error; `null` with one cluster. */
  se: number | null
  lower: number | null
  upper: number | null
  /** How many times the variance is larger than if all answers were independent; `null` when there is none. */
  designEffect: number | null
}

const value = { promoter: 1, passive: 0, detractor: -1 }

type Totals = { n: number; sum: number; squares: number }

const totalsBy = (answers: readonly ClusteredAnswer[]): Map<string | number, Totals> => {
  const clusters = new Map<string | number, Totals>()
  for (const { score, cluster } of answers) {
    const own = value[categoryOf(score)]
    const totals = clusters.get(cluster) ?? { n: 0, sum: 0, squares: 0 }
    clusters.set(cluster, { n: totals.n + 1, sum: totals.sum + own, squares: totals.squares + own * own })
  }
  return clusters
}

/**
 * NPS with a cluster-robust interval (Student's t with clusters − 1 degrees of freedom): answers of one customer or one
 * account are not independent, and an interval that says they are is too narrow. `null` without answers.
 * Throws RangeError for a score outside 0..10. Source: linearisation, Liang & Zeger (1986); R survey::svymean with ids.
 * @example clusteredNps([{ score: 10, cluster: 'a' }, { score: 9, cluster: 'a' }, { score: 3, cluster: 'b' }, { score: 8, cluster: 'c' }])?.se // => 0.60272817256206
 */
export const clusteredNps = (
  answers: readonly ClusteredAnswer[],
  { conf = 0.95 }: { conf?: number } = {},
): ClusteredNps | null => {
  within(conf, 1e-9, 1 - 1e-15, 'conf')
  const n = answers.length
  if (n === 0) return null
  const clusters = [...totalsBy(answers).values()]
  const nps = clusters.reduce((all, { sum }) => all + sum, 0) / n
  const independent = clusters.reduce((all, { squares }) => all + squares, 0) / n - nps * nps
  const many = clusters.length
  if (many < 2) return { nps, n, clusters: many, se: null, lower: null, upper: null, designEffect: null }
  const between = clusters.reduce((all, own) => all + (own.sum - own.n * nps) ** 2, 0)
  const se = Math.sqrt((many / (many - 1)) * between) / n
  const reach = studentTQuantile((1 + conf) / 2, many - 1) * se
  return {
    nps,
    n,
    clusters: many,
    se,
    lower: Math.max(-1, nps - reach),
    upper: Math.min(1, nps + reach),
    designEffect: independent > 0 ? (se * se * n) / independent : null,
  }
}
