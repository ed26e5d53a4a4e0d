import {
  bowker,
  type ChiSquareTest,
  pairedChange,
  pairedScoreTest,
  stuartMaxwell,
  transitionShares,
} from '../../stats/index.ts'
import { type Input, readMatrix, readNumberOr } from './fields.ts'
import type { Methods } from './methods.ts'

const names = ['promoter', 'passive', 'detractor']

const change = (input: Input) => {
  const table = readMatrix(input, 'table')
  const found = pairedChange(table, { method: 'wald', conf: readNumberOr(input, 'conf', 0.95) })
  const test = pairedScoreTest(table)
  return {
    nps1: found?.first ?? null,
    nps2: found?.second ?? null,
    change: found?.change ?? null,
    se: found?.se ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
    score_z: test?.z ?? null,
    score_p: test?.p ?? null,
  }
}

const chiSquare = (test: (table: number[][]) => ChiSquareTest | null) => (input: Input) => {
  const found = test(readMatrix(input, 'table'))
  return { chi2: found?.chi2 ?? null, df: found?.df ?? null, p_value: found?.p ?? null }
}

const transitions = (input: Input) => {
  const shares = transitionShares(readMatrix(input, 'table'), { conf: readNumberOr(input, 'conf', 0.95) })
  return Object.fromEntries(
    shares.flatMap((row, from) =>
      row.map(({ share, lower, upper, n }, to) => [`${names[from]}->${names[to]}`, { rate: share, lower, upper, n }]),
    ),
  )
}

/** The same people in two waves. */
export const methods: Methods = {
  nps_change_paired_wald: change,
  stuart_maxwell_test: chiSquare(stuartMaxwell),
  bowker_symmetry_test: chiSquare(bowker),
  transition_matrix_wilson_rows: transitions,
}
