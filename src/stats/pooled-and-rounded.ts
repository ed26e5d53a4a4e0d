import { nps } from './nps.ts'
import { mergeTallies, sizeOf, type Tally } from './tally.ts'

/** The whole of several parts, beside the two usual mistakes; `null` without answers. */
export type PooledAndRounded = {
  nps: number | null
  /** Points, −100..100, rounded once at the end, halves up. */
  rounded: number | null
  /** Wrong: the mean of the parts' NPS lets ten answers count as much as a thousand. */
  meanOfParts: number | null
  /** Wrong: rounding both shares before subtracting is off by up to a point. */
  roundedParts: number | null
}

// A last digit of binary arithmetic must not decide how a half rounds.
const halfUp = (value: number): number => Math.floor(value + 0.5 + 1e-9) + 0

// Binary noise and all: 0.145 becomes 14, 0.645 becomes 65.
const asUsualTools = (share: number): number => Math.round(share * 100)

/**
 * NPS of a whole from its parts: pooled, subtracted, rounded once. The two wrong figures are for explaining.
 * @example pooledAndRounded([{ promoters: 29, passives: 42, detractors: 129 }]) // => { nps: -0.5, rounded: -50, meanOfParts: -0.5, roundedParts: -51 }
 */
export const pooledAndRounded = (parts: readonly Tally[]): PooledAndRounded => {
  const whole = mergeTallies(...parts)
  const n = sizeOf(whole)
  if (n === 0) return { nps: null, rounded: null, meanOfParts: null, roundedParts: null }
  const own = parts.flatMap(part => nps(part) ?? [])
  const value = (whole.promoters - whole.detractors) / n
  return {
    nps: value,
    rounded: halfUp(100 * value),
    meanOfParts: own.reduce((all, one) => all + one, 0) / own.length,
    roundedParts: asUsualTools(whole.promoters / n) - asUsualTools(whole.detractors / n),
  }
}
