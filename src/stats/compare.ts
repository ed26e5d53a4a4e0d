import { moverDifference, moverP } from './difference-mover.ts'
import { adjustedWaldDifference, waldDifference } from './difference-wald.ts'
import { welchDifference } from './difference-welch.ts'
import { nps } from './nps.ts'
import type { Tally } from './tally.ts'

/** `real`: chance alone does not explain it; `noise`: it may; `unknown`: a side has no answers. */
export type Verdict = 'real' | 'noise' | 'unknown'

/** How far two NPS lie apart, on −2..2, with interval and two-sided p. */
export type Comparison = {
  difference: number
  lower: number
  upper: number
  p: number
  verdict: Verdict
  method: string
}

/** Ways to compare two NPS of different people. */
export type ComparisonMethod = 'mover-score' | 'adjusted-wald' | 'wald' | 'welch'

/**
 * Compares two NPS of different people: a − b (a = now, b = before). Default: square-and-add of the two score
 * intervals, p from the same interval, so that p and interval never disagree. `null` when a side has no answers, or
 * for `welch` fewer than two. Source: Zou & Donner (2008); Newcombe (1998).
 * @example compare({ promoters: 50, passives: 30, detractors: 20 }, { promoters: 37, passives: 41, detractors: 22 })?.verdict // => 'noise'
 */
export const compare = (
  a: Tally,
  b: Tally,
  { method = 'mover-score', conf = 0.95 }: { method?: ComparisonMethod; conf?: number } = {},
): Comparison | null => {
  const [here, there] = [nps(a), nps(b)]
  if (here === null || there === null) return null
  const found = differenceBy(method, a, b, conf)
  if (found === null) return null
  const { lower, upper, p } = found
  return {
    difference: here - there,
    lower: Math.max(-2, lower),
    upper: Math.min(2, upper),
    p,
    verdict: p < 1 - conf ? 'real' : 'noise',
    method,
  }
}

type Found = { lower: number; upper: number; p: number } | null

const differenceBy = (method: ComparisonMethod, a: Tally, b: Tally, conf: number): Found => {
  switch (method) {
    case 'mover-score': {
      const limits = moverDifference(a, b, conf)
      return limits && { ...limits, p: moverP(a, b) }
    }
    case 'adjusted-wald':
      return adjustedWaldDifference(a, b, conf)
    case 'wald':
      return waldDifference(a, b, conf)
    case 'welch':
      return welchDifference(a, b, conf)
    default:
      throw new RangeError(`unknown comparison method ${String(method)}: use mover-score, adjusted-wald, wald or welch`)
  }
}
