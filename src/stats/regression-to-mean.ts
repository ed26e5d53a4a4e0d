import { normalCdf, normalDensity } from './special/normal.ts'
import { within } from './special/within.ts'

/** Mean, standard deviation and test-retest correlation of a repeated answer. */
export type RepeatedAnswer = { mean: number; sd: number; reliability: number }

const check = ({ mean, sd, reliability }: RepeatedAnswer): void => {
  within(mean, -1e9, 1e9, 'mean')
  within(sd, 1e-9, 1e9, 'sd')
  within(reliability, -1, 1, 'reliability')
}

/**
 * The second answer to expect of somebody who gave `observed`, if nothing happened: nearer to the mean.
 * Source: Barnett, van der Pols & Dobson (2005), Int. J. Epidemiology 34:215.
 * @example expectedFollowUp({ mean: 7.6, sd: 2.2, reliability: 0.6 }, 3) // => 4.84
 */
export const expectedFollowUp = (answer: RepeatedAnswer, observed: number): number => {
  check(answer)
  return answer.mean + answer.reliability * (within(observed, -1e9, 1e9, 'observed') - answer.mean)
}

/**
 * Mean rise by itself of all who answered below `cut`: sd(1 − reliability)·φ(z)/Φ(z). What a rescue programme must beat.
 * @example regressionOfSelected({ mean: 7.6, sd: 2.2, reliability: 0.6 }, 6.5) // => 1.0041484379239
 */
export const regressionOfSelected = (answer: RepeatedAnswer, cut: number): number => {
  check(answer)
  const z = (within(cut, -1e9, 1e9, 'cut') - answer.mean) / answer.sd
  // Far below the mean the ratio tends to |z|; there both parts underflow.
  const ratio = z < -37 ? -z : normalDensity(z) / normalCdf(z)
  return answer.sd * (1 - answer.reliability) * ratio
}
