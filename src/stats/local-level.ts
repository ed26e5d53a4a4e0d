import { at } from './special/at.ts'

/** A series with known sampling variances; `null` where a period has no answers. */
export type LevelSeries = { y: readonly (number | null)[]; v: readonly number[]; q: number; a0: number; p0: number }

/** Filtered (what was known then) and smoothed (what is known now) level with variances. */
export type LocalLevel = {
  filtered: number[]
  filteredVar: number[]
  smoothed: number[]
  smoothedVar: number[]
  logLik: number
}

// Beyond this a square no longer fits into a double.
const largest = 1e100

const check = ({ y, v, q, a0, p0 }: LevelSeries): void => {
  if (v.length !== y.length) throw new RangeError(`as many variances as values: got ${v.length} and ${y.length}`)
  if (!(q >= 0 && q <= largest)) throw new RangeError(`q must be at least 0, got ${q}`)
  if (!(p0 >= 0 && p0 <= largest)) throw new RangeError(`p0 must be at least 0, got ${p0}`)
  if (!(Math.abs(a0) <= largest)) throw new RangeError(`a0 must be a number below 1e100, got ${a0}`)
  y.forEach((value, t) => {
    if (value === null) return
    if (!(Math.abs(value) <= largest)) throw new RangeError(`value ${t} is no number below 1e100`)
    if (!(at(v, t) >= 0 && at(v, t) <= largest))
      throw new RangeError(`variance ${t} must be at least 0, got ${at(v, t)}`)
  })
}

/**
 * Local level model with known sampling variance: y_t = level_t + error (variance v_t), the level is a random walk
 * with variance q a step; a0, p0 are mean and variance of the first level. Kalman filter, then RTS smoother; missing
 * values (`null`) are bridged. Throws RangeError for wrong lengths or variances below 0.
 * Source: Durbin & Koopman (2012), ch. 2.
 * @example localLevel({ y: [0.3, null, 0.1], v: [0.01, 0.01, 0.01], q: 0.01, a0: 0, p0: 1 }).filtered[1] // => 0.297029702970297
 */
export const localLevel = (series: LevelSeries): LocalLevel => {
  check(series)
  const { y, v, q, a0, p0 } = series
  const filtered: number[] = []
  const filteredVar: number[] = []
  let logLik = 0
  let [mean, variance] = [a0, p0]
  for (let t = 0; t < y.length; t++) {
    const value = y[t] ?? null
    if (t > 0) variance += q
    if (value !== null) {
      const spread = variance + at(v, t)
      const error = value - mean
      if (spread > 0) {
        logLik -= 0.5 * (Math.log(2 * Math.PI * spread) + (error * error) / spread)
        mean += (variance / spread) * error
        variance = (variance * at(v, t)) / spread
      }
    }
    filtered.push(mean)
    filteredVar.push(variance)
  }
  return { filtered, filteredVar, ...smooth(filtered, filteredVar, q), logLik }
}

const smooth = (filtered: number[], filteredVar: number[], q: number) => {
  const smoothed = [...filtered]
  const smoothedVar = [...filteredVar]
  for (let t = filtered.length - 2; t >= 0; t--) {
    const ahead = at(filteredVar, t) + q
    const gain = ahead > 0 ? at(filteredVar, t) / ahead : 1
    smoothed[t] = at(filtered, t) + gain * (at(smoothed, t + 1) - at(filtered, t))
    smoothedVar[t] = at(filteredVar, t) + gain * gain * (at(smoothedVar, t + 1) - ahead)
  }
  return { smoothed, smoothedVar }
}
