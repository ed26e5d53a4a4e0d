import { symmetricEigen } from '../matrix/eigen.ts'
import { at, sum } from '../special/at.ts'
import type { Correlations } from './correlations.ts'

/**
 * Johnson's relative weights: shares of R² through uncorrelated stand-ins of the drivers; O(k³), any number of drivers.
 * Equal to the "genizi" shares of R's relaimpo. Source: Johnson (2000), Multivariate Behavioral Research 35:1.
 * @example johnsonWeights({ names: ['a', 'b'], among: [[1, 0], [0, 1]], withOutcome: [0.6, 0.3] }) // => [0.36, 0.09]
 */
export const johnsonWeights = ({ among, withOutcome }: Correlations): number[] => {
  const { values, vectors } = symmetricEigen(among)
  const roots = values.map(value => Math.sqrt(Math.max(0, value)))
  const rotated = roots.map((_, m) => sum(withOutcome.map((r, i) => r * at(vectors[i] ?? [], m))))
  const scaled = roots.map((root, m) => (root > 1e-6 ? at(rotated, m) / root : 0))
  const stretch = (factors: number[], row: number, column: number) =>
    sum(factors.map((factor, m) => at(vectors[row] ?? [], m) * factor * at(vectors[column] ?? [], m)))
  const beta = withOutcome.map((_, i) => sum(scaled.map((value, m) => at(vectors[i] ?? [], m) * value)))
  return withOutcome.map((_, j) => sum(beta.map((value, m) => (stretch(roots, j, m) * value) ** 2)))
}
