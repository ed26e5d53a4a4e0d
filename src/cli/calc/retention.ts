import {
  coxFit,
  kaplanMeier,
  kaplanMeierByGroup,
  logRank,
  proportionality,
  restrictedMean,
  restrictedMeanDifference,
  type SurvivalCurve,
  survivalAt,
} from '../../stats/index.ts'
import { type Context, columnOf } from './context.ts'
import {
  demandSameLength,
  FieldError,
  type Input,
  readChoice,
  readMatrix,
  readNumberOr,
  readNumbers,
  readNumbersOr,
  readRecord,
  readText,
  readTexts,
} from './fields.ts'
import type { Methods } from './methods.ts'

const readTimes = (input: Input) => {
  const [time, status] = [readNumbers(input, 'time'), readNumbers(input, 'status')]
  demandSameLength({ time, status })
  return { time, status }
}

const curve = (input: Input) => {
  const { time, status } = readTimes(input)
  const conf = readNumberOr(input, 'conf', 0.95)
  const start = readNumbersOr(input, 'start', undefined)
  const [fitted] = kaplanMeierByGroup({ time, status, start }, { conf })
  const [plain] = kaplanMeierByGroup({ time, status, start }, { conf, limits: 'plain' })
  if (!fitted || !plain) return { survival: null, reason: 'no customers' }
  const noEvent = fitted.times.length === 0
  return {
    times: fitted.times,
    n_risk: fitted.atRisk,
    n_event: fitted.events,
    survival: fitted.survival,
    se_greenwood: fitted.se,
    lower_loglog: fitted.lower,
    upper_loglog: fitted.upper,
    lower_plain: plain.lower,
    upper_plain: plain.upper,
    // The reference cases write "no median" of a curve without events as a list of one null.
    median: noEvent ? [null] : fitted.median,
    ...(noEvent ? { note: 'no event: S(t)=1 throughout, median not reached' } : {}),
  }
}

const readColumns = (input: Input): Record<string, number[]> => {
  if (Array.isArray(input.x))
    return Object.fromEntries(readMatrix(input, 'x').map((column, index) => [`x${index + 1}`, column]))
  const columns = readRecord(input, 'x')
  return Object.fromEntries(Object.keys(columns).map(name => [name, readNumbers(columns, name)]))
}

const cox = (input: Input) => {
  const columns = readColumns(input)
  const ties = readChoice(input, 'ties', ['efron', 'breslow'], 'efron')
  const start = input.start === undefined ? undefined : readNumbers(input, 'start')
  const fit = coxFit({ ...readTimes(input), columns, ties, start })
  if (!fit) return { coef: null, reason: 'nobody left, or the columns have no finite hazard ratio of their own' }
  return {
    coef: fit.coefficients,
    se: fit.se,
    hr: fit.hazardRatios,
    log_lik_null: fit.logLikelihoodNull,
    log_lik: fit.logLikelihood,
    score_test: fit.scoreTest,
  }
}

const rank = (input: Input) => {
  const times = readTimes(input)
  const group = readTexts(input, 'group')
  demandSameLength({ time: times.time, group })
  const test = logRank({ ...times, group })
  if (!test) return { chi2: null, p_value: null, reason: 'fewer than two groups with customers at risk' }
  const { groups, observed, expected, chi2, df, p } = test
  return { groups, observed, expected, chi2, df, p_value: p }
}

// The event is written as in the reference cases: Column=='Value'.
const readEvent = (input: Input): { column: string; value: string } => {
  const event = readText(input, 'event')
  const found = /^\s*(.+?)\s*==\s*['"]?(.*?)['"]?\s*$/.exec(event)
  if (!found) throw new FieldError(`field "event": Column=='Value' expected, got "${event}"`)
  return { column: found[1] ?? '', value: found[2] ?? '' }
}

const telco = (input: Input, context: Context) => {
  const table = context.readTable(readText(input, 'file'))
  const event = readEvent(input)
  const time = columnOf(table, readText(input, 'time')).map(Number)
  const status = columnOf(table, event.column).map(value => (value === event.value ? 1 : 0))
  const group = columnOf(table, readText(input, 'group'))
  const conf = readNumberOr(input, 'conf', 0.95)
  const curves = kaplanMeierByGroup({ time, status, group }, { conf })
  const moments = readNumbers(input, 't')
  const points = curves.flatMap(fitted => moments.map(t => pointOf(fitted, t)))
  return {
    group: points.map(point => point.group),
    time: points.map(point => point.time),
    survival: points.map(point => point.survival),
    lower: points.map(point => point.lower),
    upper: points.map(point => point.upper),
    n: curves.map(fitted => fitted.n),
    logrank_chi2: logRank({ time, status, group })?.chi2 ?? null,
  }
}

const pointOf = (fitted: SurvivalCurve, time: number) => {
  const point = survivalAt(fitted, time) ?? { survival: null, lower: null, upper: null }
  return { group: fitted.group, time, ...point }
}

const hazardTest = (input: Input) => {
  const columns = readColumns(input)
  const rows = { ...readTimes(input), columns, ties: readChoice(input, 'ties', ['efron', 'breslow'], 'efron') }
  const test = proportionality(rows, coxFit(rows))
  if (!test) return { chi2: null, reason: 'no fit, or all departures at one moment' }
  return { chi2: test.chi2, p_value: test.p, global_chi2: test.global.chi2, global_p: test.global.p }
}

const meanDifference = (input: Input) => {
  const [first, second] = kaplanMeierByGroup({ ...readTimes(input), group: readTexts(input, 'group') })
  const gap = first && second && restrictedMeanDifference(first, second, readNumberOr(input, 'until', undefined))
  return gap || { difference: null, reason: 'fewer than two groups, or nobody was observed that long' }
}

const meanTime = (input: Input) => {
  const { time, status } = readTimes(input)
  const fitted = kaplanMeier(time, status)
  const mean = restrictedMean(fitted, readNumberOr(input, 'until', fitted.longest))
  return mean ?? { mean: null, reason: 'nobody was observed that long' }
}

/** Staying and leaving: golden group 50. */
export const methods: Methods = {
  kaplan_meier: curve,
  log_rank: rank,
  cox_ph: cox,
  telco_retention: telco,
  proportional_hazards_test: hazardTest,
  restricted_mean_time: meanTime,
  restricted_mean_difference: meanDifference,
}
