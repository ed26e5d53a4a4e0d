import {
  isScore,
  mergeTallies,
  nps,
  npsPoint,
  postStratifiedNps,
  rake,
  readScore,
  tallyOf,
  type WeightedAnswer,
  weightedNps,
} from '../../stats/index.ts'
import { type Context, columnOf } from './context.ts'
import {
  demandSameLength,
  FieldError,
  type Input,
  readNumbers,
  readNumbersOr,
  readRecord,
  readTallies,
  readText,
  readTexts,
} from './fields.ts'
import type { Methods } from './methods.ts'

const answersOf = (scores: number[], weights: number[]): WeightedAnswer[] =>
  scores.map((score, i) => ({ score, weight: weights[i] ?? 0 }))

const weighted = (input: Input) => {
  const [score, w] = [readNumbers(input, 'score'), readNumbers(input, 'w')]
  demandSameLength({ score, w })
  const found = weightedNps(answersOf(score, w))
  return {
    nps: found?.nps ?? null,
    n_positive: found?.n ?? 0,
    n_eff: found?.nEffective ?? null,
    kish_deff: found?.designEffect ?? null,
    se_linearised: found?.se ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
  }
}

const targets = (input: Input, field: string): Record<string, number> => {
  const record = readRecord(input, field)
  const numbers: [string, number][] = Object.entries(record).map(([group, share]) => {
    if (typeof share !== 'number') throw new FieldError(`field "${field}.${group}": a number expected`)
    return [group, share]
  })
  return Object.fromEntries(numbers)
}

// Any number of margins: each field "targets_x" belongs to a list "x".
const raked = (input: Input) => {
  const score = readNumbers(input, 'score')
  const names = Object.keys(input).filter(field => field.startsWith('targets_'))
  if (names.length === 0) throw new FieldError('missing field "targets_…": the shares of a margin expected')
  const margins = names.map(field => {
    const groups = readTexts(input, field.replace('targets_', ''))
    demandSameLength({ score, [field.replace('targets_', '')]: groups })
    return { groups, targets: targets(input, field) }
  })
  const found = rake(margins)
  const weights = found?.weights ?? []
  return { weights, ...weighted({ score, w: weights }), converged: found?.converged ?? null }
}

const postStratified = (input: Input) => {
  const [tallies, population] = [readTallies(input), readNumbers(input, 'population')]
  demandSameLength({ promoters: tallies, population })
  const found = postStratifiedNps(tallies.map((tally, i) => ({ tally, population: population[i] ?? 0 })))
  const own = tallies.flatMap(tally => nps(tally) ?? [])
  return {
    nps: found?.nps ?? null,
    se: found?.se ?? null,
    se_check_survey: found?.se ?? null,
    naive_pooled: nps(mergeTallies(...tallies)),
    naive_mean_of_segments: own.length === 0 ? null : own.reduce((all, one) => all + one, 0) / own.length,
  }
}

const airport = (input: Input, context: Context) => {
  const table = context.readTable(readText(input, 'file'))
  const missing = readNumbersOr<number[]>(input, 'missing_codes', [])
  const values = columnOf(table, readText(input, 'column'))
  const weights = columnOf(table, readText(input, 'weight')).map(Number)
  const answers: WeightedAnswer[] = []
  const counts = new Array<number>(11).fill(0)
  let blanks = 0
  values.forEach((value, row) => {
    if (value !== '' && !isScore(Number(value)) && missing.includes(Number(value))) blanks += 1
    const read = missing.includes(Number(value)) ? null : readScore(value)
    if (read === null || 'rejected' in read) return
    answers.push({ score: read.score, weight: weights[row] ?? 0 })
    counts[read.score] = (counts[read.score] ?? 0) + 1
  })
  const tally = tallyOf(counts)
  const found = weightedNps(answers)
  const point = npsPoint(tally)
  return {
    n: point?.n ?? 0,
    ...tally,
    nps_unweighted: point?.nps ?? null,
    nps_weighted: found?.nps ?? null,
    se_weighted: found?.se ?? null,
    kish_deff: found?.designEffect ?? null,
    wrong_nps_if_code_11_is_promoter: nps({ ...tally, promoters: tally.promoters + blanks }),
  }
}

/** Answers that stand for different numbers of customers. */
export const methods: Methods = {
  weighted_nps: weighted,
  rake_two_margins_nps: raked,
  poststratified_nps: postStratified,
  sfo_weighted_nps: airport,
}
