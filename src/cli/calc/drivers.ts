import {
  importanceIntervals,
  locationScale,
  type OrdinalInput,
  parallelOdds,
  proportionalOdds,
  relativeImportance,
  scenario,
} from '../../stats/index.ts'
import {
  demandSameLength,
  FieldError,
  type Input,
  isRecord,
  readChoice,
  readCount,
  readList,
  readMatrix,
  readNumber,
  readNumberOr,
  readNumbers,
  readNumbersWithGaps,
  readRecords,
  readText,
  readTexts,
} from './fields.ts'
import type { Methods } from './methods.ts'

const readDrivers = (input: Input) => {
  const outcome = readNumbersWithGaps(input, 'y')
  const columns = readList(input, 'x').map((column, index) =>
    readNumbersWithGaps({ [`x[${index}]`]: column }, `x[${index}]`),
  )
  const names = input.x_names === undefined ? columns.map((_, index) => `x${index + 1}`) : readTexts(input, 'x_names')
  demandSameLength({ x_names: names, x: columns })
  for (const [index, column] of columns.entries()) demandSameLength({ y: outcome, [`x[${index}]`]: column })
  return { outcome, drivers: Object.fromEntries(names.map((name, index) => [name, columns[index] ?? []])) }
}

const importance = (input: Input) => {
  const found = relativeImportance(readDrivers(input))
  if (!found) return { r2: null, reason: 'too few complete answers, or an outcome that never varies' }
  return {
    r2: found.r2,
    lmg_shapley: found.shapley,
    johnson_relative_weights: found.johnson,
    first: found.first,
    last: found.last,
  }
}

const intervals = (input: Input) => {
  const options = { samples: readNumberOr(input, 'samples', 2000), seed: readNumberOr(input, 'seed', 1) }
  return importanceIntervals(readDrivers(input), options) ?? { share: null, reason: 'too few complete answers' }
}

const readOrdinal = (input: Input): OrdinalInput => {
  const category = readNumbers(input, 'category')
  const categories = readCount(input, 'categories', 2)
  const columns = Object.fromEntries(readMatrix(input, 'x').map((column, index) => [`x${index + 1}`, column]))
  const link = readChoice(input, 'link', ['logistic', 'probit'], 'logistic')
  return { category, categories, columns, link }
}

const noMaximum = { log_lik: null, reason: 'no finite maximum of the likelihood' }

const odds = (input: Input) => {
  const fit = proportionalOdds(readOrdinal(input))
  if (!fit) return noMaximum
  return { coefficients: fit.coefficients, se: fit.se, thresholds: fit.thresholds, log_lik: fit.logLikelihood }
}

const brant = (input: Input) => {
  const test = parallelOdds(readOrdinal(input))
  if (!test) return { chi2: null, reason: 'a cut has no finite slopes' }
  return { chi2: test.chi2, df: test.df, p_value: test.p, by_column: test.byName.map(column => column.chi2) }
}

const whatIf = (input: Input) => {
  const ordinal = readOrdinal(input)
  const columns = Object.values(ordinal.columns)
  const found = scenario({
    fit: proportionalOdds(ordinal),
    customers: Array.from(ordinal.category, (_, i) => columns.map(column => column[i] ?? 0)),
    name: readText(input, 'column'),
    change: readNumber(input, 'change'),
    values: readNumbers(input, 'values'),
  })
  return found ?? noMaximum
}

const answerLevels = ['Low', 'Medium', 'High']
const answerColumn = 'Sat'
const weightColumn = 'Freq'

// Columns of texts become 0/1 columns against the first level: the known levels in order, others as they come.
const housing = (input: Input) => {
  const rows = readRecords(input, 'rows')
  const link = readChoice(input, 'link', ['logistic', 'probit'], 'logistic')
  const category = rows.map((row, index) => levelOf(readText(row, answerColumn), index))
  const { names, columns } = treatmentColumns(rows)
  const weights = rows.map(row => (row[weightColumn] === undefined ? 1 : readNumber(row, weightColumn)))
  const fit = proportionalOdds({ category, categories: answerLevels.length, columns, weights, link })
  if (!fit) return noMaximum
  const byName = (values: number[]) => Object.fromEntries(names.map((name, index) => [name, values[index]]))
  return {
    coefficients: byName(fit.coefficients),
    se: byName(fit.se),
    thresholds: Object.fromEntries(
      fit.thresholds.map((cut, index) => [`${answerLevels[index]}|${answerLevels[index + 1]}`, cut]),
    ),
    log_lik: fit.logLikelihood,
    deviance: fit.deviance,
  }
}

const levelOf = (answer: string, index: number): number => {
  const level = answerLevels.indexOf(answer)
  if (level >= 0) return level
  throw new FieldError(
    `field "rows[${index}].${answerColumn}": one of ${answerLevels.join(', ')} expected, got "${answer}"`,
  )
}

const treatmentColumns = (rows: Input[]) => {
  const variables = Object.keys(rows[0] ?? {}).filter(name => name !== answerColumn && name !== weightColumn)
  const columns: Record<string, number[]> = {}
  for (const variable of variables) {
    const values = rows.map((row, index) => cellOf(row, variable, index))
    if (values.every(value => typeof value === 'number')) columns[variable] = values
    else
      for (const level of levelsOf(values.map(String)).slice(1))
        columns[variable + level] = values.map(value => (String(value) === level ? 1 : 0))
  }
  return { names: Object.keys(columns), columns }
}

const cellOf = (row: Input, variable: string, index: number): string | number => {
  const value = row[variable]
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new FieldError(`field "rows[${index}].${variable}": a text or a number expected`)
}

const levelsOf = (values: string[]): string[] => {
  const seen = [...new Set(values)]
  return seen.every(value => answerLevels.includes(value)) ? answerLevels.filter(level => seen.includes(level)) : seen
}

const countries = (input: Input) => {
  const [a, b] = [readNumbers(input, 'group_a'), readNumbers(input, 'group_b')]
  demandSameLength({ group_a: a, group_b: b })
  const link = readChoice(input, 'link', ['logistic', 'probit'], 'probit')
  const found = locationScale(
    [
      { key: 'a', counts: a },
      { key: 'b', counts: b },
    ],
    { link },
  )
  if (!found) return noMaximum
  return {
    location_b_minus_a: found.groups[1]?.location,
    log_scale_b: found.groups[1]?.logScale,
    thresholds: found.thresholds,
    log_lik: found.logLikelihood,
    log_lik_no_scale: found.logLikelihoodSameScale,
    lr_chi2: found.chi2,
    p_value: found.p,
  }
}

const severalCountries = (input: Input) => {
  const groups = readRecords(input, 'groups').map(group => ({
    key: readText(group, 'key'),
    counts: readNumbers(group, 'counts'),
  }))
  const found = locationScale(groups)
  return found && isRecord(found) ? found : noMaximum
}

/** Drivers and ordered answers: golden groups 40 and 41. */
export const methods: Methods = {
  relative_importance: importance,
  relative_importance_bootstrap: intervals,
  proportional_odds: odds,
  parallel_odds_brant: brant,
  ordinal_scenario: whatIf,
  proportional_odds_housing: housing,
  ordinal_location_scale_two_countries: countries,
  ordinal_location_scale: severalCountries,
}
