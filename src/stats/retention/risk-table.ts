import { at } from '../special/at.ts'

/** Who was still there and who left at each moment; one row per group. */
export type RiskTable = {
  /** Distinct times at which somebody left, rising. */
  times: Float64Array
  groups: string[]
  /** Customers per group at the start. */
  sizes: number[]
  /** atRisk[group][i]: customers of the group still under observation just before times[i]. */
  atRisk: Float64Array[]
  /** events[group][i]: customers of the group who left at times[i]. */
  events: Float64Array[]
  /** Longest observed time per group. */
  longest: number[]
}

/** Observed time until `time`; `status` 1 (or true) = left, 0 = still a customer when last seen (censored). */
export type Observed = {
  time: ArrayLike<number>
  status: ArrayLike<number | boolean>
  group?: ArrayLike<string | number>
  /** When observation of a row began, where not at 0 (customers whose class changes). */
  start?: ArrayLike<number>
}

/**
 * Counts at risk and leaving at every event time, per group; at ties, leaving comes before censoring.
 * Times in any one unit, not negative. Throws RangeError for lists of different length, a time that is no number,
 * a status other than 0 or 1.
 * @example riskTable({ time: [1, 2, 2], status: [1, 1, 0] }).atRisk.map(row => [...row]) // => [[3, 2]]
 */
export const riskTable = (observed: Observed): RiskTable => {
  const { time, status, start } = observed
  demandSameLengths(observed)
  const { codes, groups } = groupCodes(observed.group, time.length)
  const times = eventTimes(time, status)
  const table = emptyTable(times, groups)
  for (let i = 0; i < time.length; i++) {
    const group = at(codes, i)
    count(table, group, at(time, i), isEvent(status[i]))
    if (start) enterLate(table, group, at(start, i), at(time, i))
  }
  for (const row of table.atRisk) fromTheEnd(row)
  return { ...table, atRisk: table.atRisk.map(row => row.subarray(0, times.length)) }
}

const demandSameLengths = ({ time, status, group, start }: Observed): void => {
  for (const list of [status, group, start])
    if (list && list.length !== time.length)
      throw new RangeError(`time, status, group and start must be of one length, got ${time.length} and ${list.length}`)
}

const isEvent = (status: number | boolean | undefined): boolean => {
  if (status === 1 || status === true) return true
  if (status === 0 || status === false) return false
  throw new RangeError(`status must be 1 (left) or 0 (still there), got ${status}`)
}

const eventTimes = (time: ArrayLike<number>, status: ArrayLike<number | boolean>): Float64Array => {
  const left = new Float64Array(time.length)
  let used = 0
  for (let i = 0; i < time.length; i++) {
    const value = at(time, i)
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`a time must be a number of at least 0, got ${value}`)
    if (isEvent(status[i])) left[used++] = value
  }
  const sorted = left.subarray(0, used).sort()
  let distinct = 0
  for (let i = 0; i < used; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = at(sorted, i)
  return sorted.slice(0, distinct)
}

/** Groups in order: as numbers where all are numbers, otherwise by alphabet. */
export const groupCodes = (group: ArrayLike<string | number> | undefined, length: number) => {
  if (!group) return { codes: new Uint32Array(length), groups: [''] }
  const codes = new Uint32Array(length)
  const seen = new Map<string | number, number>()
  for (let i = 0; i < length; i++) {
    const key = group[i] ?? ''
    let code = seen.get(key)
    if (code === undefined) seen.set(key, (code = seen.size))
    codes[i] = code
  }
  const names = [...seen.keys()]
  const numeric = names.every(name => name !== '' && Number.isFinite(Number(name)))
  const order = names
    .map((name, code) => ({ name: String(name), code }))
    .sort((a, b) => (numeric ? Number(a.name) - Number(b.name) : a.name.localeCompare(b.name, 'en')))
  const place = new Uint32Array(names.length)
  for (const [rank, { code }] of order.entries()) place[code] = rank
  return { codes: codes.map(code => at(place, code)), groups: order.map(({ name }) => name) }
}

const emptyTable = (times: Float64Array, groups: string[]): RiskTable => ({
  times,
  groups,
  sizes: groups.map(() => 0),
  atRisk: groups.map(() => new Float64Array(times.length + 1)),
  events: groups.map(() => new Float64Array(times.length)),
  longest: groups.map(() => 0),
})

/** How many of the rising `times` are ≤ `time`. */
export const countUpTo = (times: ArrayLike<number>, time: number): number => {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(times, middle) <= time) low = middle + 1
    else high = middle
  }
  return low
}

const count = (table: RiskTable, group: number, time: number, left: boolean): void => {
  const reached = countUpTo(table.times, time)
  const atRisk = table.atRisk[group]
  const events = table.events[group]
  if (!atRisk || !events) return
  // Counted once at the last event time it reaches; `fromTheEnd` then adds it to all earlier ones.
  if (reached > 0) atRisk[reached - 1] = at(atRisk, reached - 1) + 1
  if (left) events[reached - 1] = at(events, reached - 1) + 1
  table.sizes[group] = at(table.sizes, group) + 1
  if (time > at(table.longest, group)) table.longest[group] = time
}

const enterLate = (table: RiskTable, group: number, start: number, stop: number): void => {
  if (!(start >= 0 && start < stop)) throw new RangeError(`a start must lie in [0, time), got ${start} for ${stop}`)
  const before = countUpTo(table.times, start)
  const atRisk = table.atRisk[group]
  if (atRisk && before > 0) atRisk[before - 1] = at(atRisk, before - 1) - 1
}

const fromTheEnd = (row: Float64Array): void => {
  for (let i = row.length - 2; i >= 0; i--) row[i] = at(row, i) + at(row, i + 1)
}
