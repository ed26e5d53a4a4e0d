import { type DayOrder, type DecimalSign, decimalSignOf, readNumber } from '../../connections/index.ts'
import type { AttributeType } from '../../vocabulary/index.ts'
import { NO, YES } from './queries/parts.ts'

/** How numbers and dates of a column are written, where it is known. */
type Writing = { sign: DecimalSign; order: DayOrder }

/** A value as its type stores it, or null where it is none. */
export function readValue(type: AttributeType, value: unknown, writing?: Writing): string | number | boolean | null {
  if (typeof value === 'number')
    return type === 'number' || type === 'text' ? value : type === 'flag' ? bit(value) : null
  if (typeof value === 'boolean') return type === 'flag' || type === 'text' ? value : null
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (type === 'text') return value
  if (type === 'number') return readNumber(text, writing?.sign ?? decimalSignOf([text]))
  return type === 'flag' ? flagIn(text) : dayIn(text, writing?.order ?? 'day-first')
}

const bit = (value: number) => (value === 1 ? true : value === 0 ? false : null)

function flagIn(text: string): boolean | null {
  const word = text.toLowerCase()
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : null
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/
const OTHER = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/

/** A day of the calendar as 1980-12-31. */
function dayIn(text: string, order: DayOrder): string | null {
  const iso = ISO.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const other = OTHER.exec(text)
  if (!other) return null
  const [, first, sign, second, year] = other
  return sign === '.' || order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second)
}

function dayOf(...parts: (string | undefined)[]): string | null {
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  if (year < 1800 || year > 2200) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
