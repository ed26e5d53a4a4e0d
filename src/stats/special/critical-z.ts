import { normalQuantile } from './normal.ts'

let lastConf = 0.95
let lastZ = 1.959963984540054

/**
 * Two-sided critical value of the normal law for a confidence such as 0.95.
 * Throws RangeError unless 0 < conf < 1.
 * @example criticalZ(0.95) // => 1.959963984540054
 */
export const criticalZ = (conf: number): number => {
  if (conf === lastConf) return lastZ
  if (!(conf > 0 && conf < 1)) throw new RangeError(`conf must be between 0 and 1, such as 0.95, got ${conf}`)
  lastZ = -normalQuantile((1 - conf) / 2)
  lastConf = conf
  return lastZ
}
