import { isEmailAddress } from '../../vocabulary/index.ts'
import { dayOrderOf, readDate } from './read-date.ts'
import { decimalSignOf, readNumber } from './read-number.ts'

/** What the first values of a column are like. */
export type ColumnValues = {
  filled: number
  distinct: number
  /** Shares of the filled values that are whole numbers 0 to 10, numbers, dates, addresses. */
  scores: number
  numbers: number
  positive: number
  dates: number
  addresses: number
  averageLength: number
  spaced: number
  highest: number
}

/** Looks at the first values of a column. */
export function columnValues(values: string[]): ColumnValues {
  const filled = values.map(value => value.trim()).filter(value => value !== '')
  const sign = decimalSignOf(filled)
  const order = dayOrderOf(filled, 'day-first')
  const numbers = filled.map(value => readNumber(value, sign))
  const share = (holds: (value: string, i: number) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(holds).length / filled.length
  return {
    filled: filled.length,
    distinct: new Set(filled).size,
    scores: share(value => /^(\d|10)$/.test(value)),
    numbers: share((_, i) => numbers[i] !== null),
    positive: share((_, i) => (numbers[i] ?? -1) >= 0),
    dates: share(value => readDate(value, order) !== null),
    addresses: share(isEmailAddress),
    averageLength: filled.reduce((sum, value) => sum + value.length, 0) / Math.max(1, filled.length),
    spaced: share(value => value.includes(' ')),
    highest: numbers.reduce<number>((most, n) => Math.max(most, n ?? 0), 0),
  }
}
