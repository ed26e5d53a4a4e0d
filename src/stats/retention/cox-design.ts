import { at } from '../special/at.ts'

/** Rows of a Cox regression; `columns` hold the characteristics by name. */
export type CoxInput = {
  time: ArrayLike<number>
  status: ArrayLike<number | boolean>
  columns: Record<string, ArrayLike<number>>
  /** Where rows are intervals (start, time]: when each begins. */
  start?: ArrayLike<number>
  ties?: 'efron' | 'breslow'
}

/** The rows in the order the likelihood is added up, columns centred and scaled for stable sums. */
export type CoxDesign = {
  names: string[]
  columns: Float64Array[]
  /** Standard deviation of each original column; the fit divides by it. */
  scales: number[]
  time: Float64Array
  left: Uint8Array
  events: number
  start: Float64Array | null
  /** Row numbers by falling time, and by falling start. */
  byTime: Uint32Array
  byStart: Uint32Array
}

/** Checks the rows and orders them. Throws RangeError for lists of unequal length and values that are no numbers. */
export const coxDesign = (input: CoxInput): CoxDesign => {
  const n = input.time.length
  const named = Object.entries(input.columns)
  for (const [name, list] of [['status', input.status], ['start', input.start ?? input.time], ...named] as const)
    if (list.length !== n) throw new RangeError(`"${name}" must have ${n} entries as time has, got ${list.length}`)
  const time = numbersOf('time', input.time)
  const start = input.start ? numbersOf('start', input.start) : null
  if (start?.some((value, i) => value >= at(time, i))) throw new RangeError('every start must lie before its time')
  const left = Uint8Array.from(input.status, value => (value === 1 || value === true ? 1 : 0))
  const scaled = named.map(([name, list]) => standardised(numbersOf(name, list)))
  return {
    names: named.map(([name]) => name),
    columns: scaled.map(({ values }) => values),
    scales: scaled.map(({ scale }) => scale),
    time,
    left,
    events: left.reduce((total, value) => total + value, 0),
    start,
    byTime: fallingOrder(time),
    byStart: start ? fallingOrder(start) : new Uint32Array(0),
  }
}

const numbersOf = (name: string, list: ArrayLike<number>): Float64Array => {
  const numbers = Float64Array.from(list)
  const bad = numbers.findIndex(value => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`"${name}" must hold numbers, got ${list[bad]} at ${bad}`)
  return numbers
}

const standardised = (list: Float64Array): { values: Float64Array; scale: number } => {
  const mean = list.reduce((total, value) => total + value, 0) / list.length
  const spread = Math.sqrt(list.reduce((total, value) => total + (value - mean) ** 2, 0) / list.length)
  const scale = spread > 0 ? spread : 1
  return { values: list.map(value => (value - mean) / scale), scale }
}

const fallingOrder = (values: Float64Array): Uint32Array =>
  Uint32Array.from(values, (_, i) => i).sort((a, b) => at(values, b) - at(values, a))
