import { at } from '../special/at.ts'
import type { Correlations } from './correlations.ts'

const negligible = 1e-9

/** What is left to explain after some drivers have entered: variances, covariances and links with the outcome. */
type Remainder = Float64Array[]

const startOf = ({ among, withOutcome }: Correlations): Remainder =>
  among.map((row, i) => Float64Array.from([...row, at(withOutcome, i)]))

/** Gain in R² when `driver` enters; 0 where earlier drivers already say the same. */
const gainOf = (rest: Remainder, driver: number): number => {
  const row = rest[driver]
  if (!row) return 0
  const own = row[driver] as number
  const link = row[rest.length] as number
  return own > negligible ? (link * link) / own : 0
}

const withoutPartOf = (rest: Remainder, driver: number): Remainder => {
  const pivot = rest[driver]
  const own = pivot?.[driver] ?? 0
  if (!pivot || own <= negligible) return rest
  return rest.map(row => {
    const share = (row[driver] as number) / own
    const reduced = new Float64Array(row.length)
    for (let j = 0; j < row.length; j++) reduced[j] = (row[j] as number) - share * (pivot[j] as number)
    return reduced
  })
}

/** R² of every set of drivers; the bits of the index say which drivers are in the set. */
export const explainedBySets = (correlations: Correlations): Float64Array => {
  const k = correlations.names.length
  const explained = new Float64Array(2 ** k)
  const visit = (rest: Remainder, next: number, set: number, reached: number): void => {
    explained[set] = reached
    for (let driver = next; driver < k; driver++)
      visit(withoutPartOf(rest, driver), driver + 1, set | (1 << driver), reached + gainOf(rest, driver))
  }
  visit(startOf(correlations), 0, 0, 0)
  return explained
}

/** Gain in R² of each driver when they enter in `order`. */
export const gainsInOrder = (correlations: Correlations, order: readonly number[]): number[] => {
  const gains = new Array<number>(order.length).fill(0)
  let rest = startOf(correlations)
  for (const driver of order) {
    gains[driver] = gainOf(rest, driver)
    rest = withoutPartOf(rest, driver)
  }
  return gains
}
