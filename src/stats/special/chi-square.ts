import { gammaCdf, gammaQuantile, gammaUpper } from './gamma.ts'

/**
 * P(X ≤ x) of the chi-square law with `df` degrees of freedom.
 * @example chiSquareCdf(3.841458820694124, 1) // => 0.95
 */
export const chiSquareCdf = (x: number, df: number): number => gammaCdf(x / 2, df / 2)

/**
 * P(X > x) of the chi-square law: the p-value of a chi-square statistic.
 * @example chiSquareUpper(3.841458820694124, 1) // => 0.05
 */
export const chiSquareUpper = (x: number, df: number): number => gammaUpper(x / 2, df / 2)

/**
 * The x below which a share `p` of the chi-square law lies.
 * @example chiSquareQuantile(0.95, 1) // => 3.84145882069412
 */
export const chiSquareQuantile = (p: number, df: number): number => 2 * gammaQuantile(p, df / 2)
