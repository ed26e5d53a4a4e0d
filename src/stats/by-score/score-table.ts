import { type LogisticFit, logisticFit } from '../prediction/logistic.ts'
import { categoryOf } from '../score.ts'
import { newcombeDifference, type ShareDifference } from '../share-difference.ts'
import { wilson } from '../share-interval.ts'
import { at, sum } from '../special/at.ts'
import { chiSquareUpper } from '../special/chi-square.ts'
import { isotonic } from './isotonic.ts'

/** How many of those who gave each score did something later (stayed, recommended, became promoters); index = score. */
export type ScoreOutcomes = { n: readonly number[]; hits: readonly number[] }

/** One score: its share with Wilson limits, and the share smoothed to rise with the score. */
export type ScoreRow = {
  score: number
  n: number
  share: number | null
  lower: number | null
  upper: number | null
  smoothed: number | null
}

/** What each score is worth, and what three classes hide. */
export type ScoreTable = {
  rows: ScoreRow[]
  /** Share of the 8s minus share of the 7s; null when either has nobody. */
  eightMinusSeven: ShareDifference | null
  /** Log odds per point of score. */
  trend: LogisticFit | null
  /** Do eleven scores say more than three classes? Likelihood ratio; null when no class holds two scores. */
  lostByClasses: { chi2: number; df: number; p: number } | null
}

/**
 * Outcome by score: seven is not eight. Both lists have eleven entries.
 * Throws RangeError unless there are eleven entries with 0 ≤ hits ≤ n.
 * @example scoreTable({ n: [0, 0, 0, 0, 0, 0, 0, 10, 10, 0, 0], hits: [0, 0, 0, 0, 0, 0, 0, 2, 6, 0, 0] }).eightMinusSeven?.difference // => 0.4
 */
export const scoreTable = ({ n, hits }: ScoreOutcomes, options: { conf?: number } = {}): ScoreTable => {
  if (n.length !== 11 || hits.length !== 11) throw new RangeError('n and hits must have eleven entries, one per score')
  const shares = n.map((size, score) => (size > 0 ? at(hits, score) / size : 0))
  const smoothed = isotonic(shares, n)
  const rows = n.map((size, score) => {
    const interval = wilson(at(hits, score), size, options.conf)
    const { lower = null, upper = null } = interval ?? {}
    return { score, n: size, share: interval && at(shares, score), lower, upper, smoothed: smoothed[score] ?? null }
  })
  const [seven, eight] = [7, 8].map(score => ({ x: at(hits, score), n: at(n, score) }))
  return {
    rows,
    eightMinusSeven: seven && eight ? newcombeDifference(eight, seven, options.conf) : null,
    trend: logisticFit({ hits, sizes: n, columns: { score: n.map((_, score) => score) } }),
    lostByClasses: lostByClasses({ n, hits }),
  }
}

const lostByClasses = ({ n, hits }: ScoreOutcomes): ScoreTable['lostByClasses'] => {
  const scores = n.flatMap((size, score) => (size > 0 ? [score] : []))
  const classes = [...new Set(scores.map(score => categoryOf(score)))]
  const df = scores.length - classes.length
  if (df < 1) return null
  const byScore = scores.map(score => logLikelihood(at(hits, score), at(n, score)))
  const byClass = classes.map(category => {
    const own = scores.filter(score => categoryOf(score) === category)
    return logLikelihood(sum(own.map(score => at(hits, score))), sum(own.map(score => at(n, score))))
  })
  const chi2 = Math.max(0, 2 * (sum(byScore) - sum(byClass)))
  return { chi2, df, p: chiSquareUpper(chi2, df) }
}

const logLikelihood = (x: number, n: number): number => part(x, n) + part(n - x, n)

const part = (count: number, n: number): number => (count > 0 ? count * Math.log(count / n) : 0)
