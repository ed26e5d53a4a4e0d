import { betaCdf, betaQuantile } from '../../stats/special/beta.ts'
import { bivariateNormalCdf } from '../../stats/special/bivariate-normal.ts'
import { chiSquareQuantile, chiSquareUpper } from '../../stats/special/chi-square.ts'
import { digamma, trigamma } from '../../stats/special/digamma.ts'
import { gammaCdf, gammaUpper } from '../../stats/special/gamma.ts'
import { logGamma } from '../../stats/special/log-gamma.ts'
import { normalCdf, normalQuantile } from '../../stats/special/normal.ts'
import { studentTCdf, studentTQuantile } from '../../stats/special/student-t.ts'
import { studentisedRangeCdf } from '../../stats/special/studentised-range.ts'
import { FieldError, type Input, readMatrix, readText } from './fields.ts'
import type { Methods } from './methods.ts'

const functions: Record<string, (...values: number[]) => number> = {
  normal_cdf: (x = Number.NaN) => normalCdf(x),
  normal_quantile: (p = Number.NaN) => normalQuantile(p),
  log_gamma: (x = Number.NaN) => logGamma(x),
  digamma: (x = Number.NaN) => digamma(x),
  trigamma: (x = Number.NaN) => trigamma(x),
  gamma_cdf: (x = Number.NaN, a = Number.NaN) => gammaCdf(x, a),
  gamma_upper: (x = Number.NaN, a = Number.NaN) => gammaUpper(x, a),
  beta_cdf: (x = Number.NaN, a = Number.NaN, b = Number.NaN) => betaCdf(x, a, b),
  beta_quantile: (p = Number.NaN, a = Number.NaN, b = Number.NaN) => betaQuantile(p, a, b),
  chi_square_upper: (x = Number.NaN, df = Number.NaN) => chiSquareUpper(x, df),
  chi_square_quantile: (p = Number.NaN, df = Number.NaN) => chiSquareQuantile(p, df),
  student_t_cdf: (t = Number.NaN, df = Number.NaN) => studentTCdf(t, df),
  student_t_quantile: (p = Number.NaN, df = Number.NaN) => studentTQuantile(p, df),
  bivariate_normal_cdf: (x = Number.NaN, y = Number.NaN, r = Number.NaN) => bivariateNormalCdf(x, y, r),
  studentised_range_cdf: (q = Number.NaN, k = Number.NaN, df = Number.POSITIVE_INFINITY) =>
    studentisedRangeCdf(q, k, df),
}

// Rows of arguments in, one value a row out; logs beside them, so that far tails count too.
const evaluate = (input: Input) => {
  const name = readText(input, 'function')
  const call = functions[name]
  if (call === undefined || !Object.hasOwn(functions, name))
    throw new FieldError(`field "function": no function ${name}`)
  const values = readMatrix(input, 'arguments').map(row => call(...row))
  return { values, logs: values.map(value => (value > 0 ? Math.log(value) : null)) }
}

/** The functions that everything else stands on. */
export const methods: Methods = { special_function: evaluate }
