import { decimalSignOf, readNumber } from '../../connections/index.ts'
import { type Counts, noCounts } from './counts.ts'

const BANDS = 4

/** A range of a numeric attribute, from quarter to quarter of the answers. */
export type Band = {
  below: number
  counts: Counts
  add: (value: number, score: number, times?: number) => void
  label: () => string
}

/** About equally large ranges of the numbers seen so far; later numbers join the range they fall into. */
export function bandsOf(counts: Map<string, Counts>): Band[] {
  const sign = decimalSignOf([...counts.keys()])
  const values = [...counts]
    .map(([text, scores]) => ({ number: readNumber(text, sign), scores, n: scores.reduce((sum, c) => sum + c, 0) }))
    .filter((value): value is { number: number; scores: Counts; n: number } => value.number !== null)
    .sort((a, b) => a.number - b.number)
  const bands = boundsOf(values).map(makeBand)
  for (const { number, scores } of values) {
    const band = bands.find(b => number < b.below)
    for (let score = 0; score < scores.length; score++) band?.add(number, score, scores[score] ?? 0)
  }
  return bands
}

/** Upper ends (excluded) after each quarter of the answers; the last one is open. */
function boundsOf(values: { number: number; n: number }[]): number[] {
  const total = values.reduce((sum, value) => sum + value.n, 0)
  const bounds: number[] = []
  let seen = 0
  for (let i = 0; i < values.length - 1 && bounds.length < BANDS - 1; i++) {
    seen += values[i]?.n ?? 0
    if (seen >= ((bounds.length + 1) * total) / BANDS) bounds.push(values[i + 1]?.number ?? 0)
  }
  return [...new Set(bounds), Number.POSITIVE_INFINITY]
}

function makeBand(below: number): Band {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  const counts = noCounts()
  return {
    below,
    counts,
    add: (value, score, times = 1) => {
      lowest = Math.min(lowest, value)
      highest = Math.max(highest, value)
      counts[score] = (counts[score] ?? 0) + times
    },
    label: () => (lowest === highest ? String(lowest) : `${lowest} – ${highest}`),
  }
}
