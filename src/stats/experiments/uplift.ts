import { type RandomStream, randomStream } from '../random.ts'
import { at, sum } from '../special/at.ts'

/** One customer of a later period: drawn to be treated or not, what came of it, and the gain a model had foreseen. */
export type UpliftRow = { treated: boolean; success: boolean; predicted: number }

/** How much better than chance the model picks whom to treat. */
export type Uplift = {
  /** Share of customers treated, best first, and the successes gained per customer by then. */
  share: number[]
  gained: number[]
  /** Area between the model's curve and random targeting; above 0 the model helps. */
  qini: number
  lower: number
  upper: number
  /** Gain per customer when everybody is treated. */
  effectOnAll: number
}

/**
 * Qini curve and coefficient of a model that says whom treatment helps, judged on customers drawn by lot, with a
 * percentile bootstrap interval. Ties in the prediction count as one step. null unless both arms hold somebody.
 * Throws RangeError for predictions that are no numbers. Source: Radcliffe (2007); Gutierrez & Gérardy (2017).
 * @example qiniCurve([{ treated: true, success: true, predicted: 1 }, { treated: false, success: false, predicted: 1 }], { samples: 0 })?.effectOnAll // => 1
 */
export const qiniCurve = (
  rows: readonly UpliftRow[],
  options: { samples?: number; seed?: number; conf?: number } = {},
): Uplift | null => {
  const { samples = 1000, seed = 1, conf = 0.95 } = options
  if (!rows.every(row => Number.isFinite(row.predicted))) throw new RangeError('predictions must be numbers')
  const steps = stepsOf(rows)
  const curve = curveOf(steps, rows, null)
  if (!curve) return null
  const drawn = bootstrap(steps, rows, samples, randomStream(seed))
  const tail = (1 - conf) / 2
  return {
    ...curve,
    lower: percentile(drawn, tail) ?? curve.qini,
    upper: percentile(drawn, 1 - tail) ?? curve.qini,
    effectOnAll: curve.gained.at(-1) ?? 0,
  }
}

/** Row numbers by falling prediction, equal predictions together. */
const stepsOf = (rows: readonly UpliftRow[]): number[][] => {
  const order = rows.map((_, i) => i).sort((a, b) => (rows[b]?.predicted ?? 0) - (rows[a]?.predicted ?? 0))
  const steps: number[][] = []
  let last: number | null = null
  for (const i of order) {
    const predicted = rows[i]?.predicted ?? 0
    if (predicted !== last) steps.push([])
    steps.at(-1)?.push(i)
    last = predicted
  }
  return steps
}

type Curve = { share: number[]; gained: number[]; qini: number }

// Successes of the treated minus those of the untreated scaled to the same number; `times` are bootstrap counts.
const curveOf = (steps: number[][], rows: readonly UpliftRow[], times: Uint32Array | null): Curve | null => {
  const seen = { treated: 0, untreated: 0, won: 0, wonAlone: 0 }
  const [share, gained] = [[0], [0]]
  const all = times ? sum(times) : rows.length
  for (const step of steps) {
    for (const i of step) count(seen, rows[i], times ? at(times, i) : 1)
    share.push((seen.treated + seen.untreated) / all)
    gained.push(gainOf(seen, all))
  }
  if (seen.treated === 0 || seen.untreated === 0) return null
  const total = gained.at(-1) ?? 0
  let qini = -total / 2
  for (let i = 1; i < share.length; i++)
    qini += ((at(share, i) - at(share, i - 1)) * (at(gained, i) + at(gained, i - 1))) / 2
  return { share, gained, qini }
}

type Seen = { treated: number; untreated: number; won: number; wonAlone: number }

const count = (seen: Seen, row: UpliftRow | undefined, times: number): void => {
  if (!row) return
  if (row.treated) seen.treated += times
  else seen.untreated += times
  if (row.success && row.treated) seen.won += times
  if (row.success && !row.treated) seen.wonAlone += times
}

// Scaled to all customers drawn so far, so that the last point is the plain difference of the arms.
const gainOf = ({ treated, untreated, won, wonAlone }: Seen, all: number): number => {
  if (treated === 0 || untreated === 0) return 0
  return ((won / treated - wonAlone / untreated) * (treated + untreated)) / all
}

const bootstrap = (steps: number[][], rows: readonly UpliftRow[], samples: number, stream: RandomStream): number[] => {
  const found: number[] = []
  for (let round = 0; round < samples; round++) {
    const times = new Uint32Array(rows.length)
    for (let i = 0; i < rows.length; i++) {
      const chosen = Math.floor(stream() * rows.length)
      times[chosen] = at(times, chosen) + 1
    }
    const curve = curveOf(steps, rows, times)
    if (curve) found.push(curve.qini)
  }
  return found.sort((a, b) => a - b)
}

const percentile = (sorted: number[], p: number): number | undefined => sorted[Math.round(p * (sorted.length - 1))]
