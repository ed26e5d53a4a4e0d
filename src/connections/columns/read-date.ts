/** In which order day and month stand where a date does not say it itself. */
export type DayOrder = 'day-first' | 'month-first'

/** A moment as the file writes it: `2024-03-05 10:00:00` local, or with its own offset; precise to the second. */
export type FileDate = { date: string; time: string | null; offset: string | null }

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.*))?$/
const EUROPEAN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:,?\s+(.*))?$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?\s*(z|utc|gmt|[-+]\d{2}:?\d{2})?$/i
const UNIX_SECONDS = /^1\d{9}(\.\d+)?$/
const UNIX_MILLISECONDS = /^1\d{12}$/
const FIRST_YEAR = 1970
const LAST_YEAR = 2100

/** A date, with or without time and offset, or null; calendar days that do not exist are none. */
export function readDate(value: string, order: DayOrder): FileDate | null {
  const text = value.trim()
  if (UNIX_SECONDS.test(text)) return fromUnix(Number(text) * 1000)
  if (UNIX_MILLISECONDS.test(text)) return fromUnix(Number(text))
  const iso = ISO.exec(text)
  if (iso) return compose(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4])
  const other = EUROPEAN.exec(text)
  if (!other) return null
  const [first, second] = [Number(other[1]), Number(other[2])]
  const dayFirst = text.includes('.') || order === 'day-first'
  return compose(Number(other[3]), dayFirst ? second : first, dayFirst ? first : second, other[4])
}

/** The order that a column's own values prove (a 13th month does not exist), else `fallback`. */
export function dayOrderOf(values: string[], fallback: DayOrder): DayOrder {
  for (const value of values) {
    const parts = EUROPEAN.exec(value.trim())
    if (!parts) continue
    if (Number(parts[1]) > 12) return 'day-first'
    if (Number(parts[2]) > 12) return 'month-first'
  }
  return fallback
}

/** The moment as PostgreSQL reads it; without an offset of its own it is a time of `timeZone`. */
export const momentText = (moment: FileDate, timeZone: string): string =>
  `${moment.date} ${moment.time ?? '00:00:00'}${moment.offset ?? ` ${timeZone}`}`

function fromUnix(milliseconds: number): FileDate {
  const iso = new Date(milliseconds).toISOString()
  return { date: iso.slice(0, 10), time: iso.slice(11, 19), offset: '+00' }
}

function compose(year: number, month: number, day: number, rest: string | undefined): FileDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null
  const date = `${year}-${two(month)}-${two(day)}`
  if (rest === undefined || rest.trim() === '') return { date, time: null, offset: null }
  const time = TIME.exec(rest.trim())
  if (!time) return null
  const hour = hourOf(Number(time[1]), time[4])
  const [minute, second] = [Number(time[2]), Number(time[3] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  return { date, time: `${two(hour)}:${two(minute)}:${two(second)}`, offset: offsetOf(time[5]) }
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
const hourOf = (hour: number, half: string | undefined): number =>
  half ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour

function offsetOf(text: string | undefined): string | null {
  if (!text) return null
  return /^[-+]/.test(text) ? text : '+00'
}
