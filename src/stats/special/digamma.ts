import { at } from './at.ts'

const tailTerms = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12]

/**
 * ψ(x), the slope of ln Γ, for x > 0; relative error about 1e-14 away from its zero. Throws RangeError otherwise.
 * @example digamma(1) // => -0.577215664901533
 */
export const digamma = (x: number): number => {
  if (!(x > 0)) throw new RangeError(`digamma needs x > 0, got ${x}`)
  let shifted = 0
  let y = x
  for (; y < 10; y++) shifted -= 1 / y
  const inverse = 1 / (y * y)
  let tail = 0
  for (let i = tailTerms.length - 1; i >= 0; i--) tail = (tail + at(tailTerms, i)) * inverse
  return shifted + Math.log(y) - 0.5 / y - tail
}

const trigammaTerms = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6]

/**
 * ψ′(x), the slope of digamma, for x > 0.
 * @example trigamma(1) // => 1.644934066848226
 */
export const trigamma = (x: number): number => {
  if (!(x > 0)) throw new RangeError(`trigamma needs x > 0, got ${x}`)
  let shifted = 0
  let y = x
  for (; y < 10; y++) shifted += 1 / (y * y)
  const inverse = 1 / (y * y)
  let tail = 0
  for (let i = trigammaTerms.length - 1; i >= 0; i--) tail = (tail + at(trigammaTerms, i)) * inverse
  return shifted + 1 / y + 0.5 * inverse + tail / y
}
