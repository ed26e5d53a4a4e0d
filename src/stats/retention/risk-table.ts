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
  demandSameLengths(observed)
  const time = new Float64Array(observed.time)
  const left = departures(observed.status)
  const times = eventTimes(time, left)
  const locate = countUpTo(times)
  const { codes, groups } = groupCodes(observed.group, time.length)
  const table = emptyTable(times, groups)
  const { atRisk, events } = table
  for (let i = 0; i < time.length; i++) {
    const group = codes[i] as number
    const reached = locate(time[i] as number)
    // Counted once at the last event time it reaches; `fromTheEnd` then adds it to all earlier ones.
    if (reached > 0) add(atRisk[group], reached - 1, 1)
    if (left[i] === 1) add(events[group], reached - 1, 1)
  }
  measure(table, codes, time)
  if (observed.start) enterLate(table, codes, observed.start, time, locate)
  for (const row of atRisk) fromTheEnd(row)
  return table
}

const add = (row: Float64Array | undefined, index: number, amount: number): void => {
  if (row) row[index] = (row[index] as number) + amount
}

const demandSameLengths = ({ time, status, group, start }: Observed): void => {
  for (const list of [status, group, start])
    if (list && list.length !== time.length)
      throw new RangeError(`time, status, group and start must be of one length, got ${time.length} and ${list.length}`)
}

const isEvent = (status: number | boolean | undefined): 0 | 1 => {
  if (status === 1 || status === true) return 1
  if (status === 0 || status === false) return 0
  throw new RangeError(`status must be 1 (left) or 0 (still there), got ${status}`)
}

const departures = (status: ArrayLike<number | boolean>): Uint8Array => {
  const left = new Uint8Array(status.length)
  for (let i = 0; i < left.length; i++) left[i] = isEvent(status[i])
  return left
}

const eventTimes = (time: Float64Array, left: Uint8Array): Float64Array => {
  const bad = time.findIndex(value => !(value >= 0 && value < Number.POSITIVE_INFINITY))
  if (bad >= 0) throw new RangeError(`a time must be a number of at least 0, got ${time[bad]}`)
  const sorted = time.filter((_, i) => left[i] === 1).sort()
  let distinct = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i] as number
  return sorted.slice(0, distinct)
}

/** Groups in order: as numbers where all are numbers, otherwise by alphabet. */
export const groupCodes = (group: ArrayLike<string | number> | undefined, length: number) => {
  if (!group) return { codes: new Uint32Array(length), groups: [''] }
  const codes = new Uint32Array(length)
  const seen = new Map<string | number, number>()
  for (let i = 0; i < length; i++) {
    const key = group[i] ?? ''
    const code = seen.get(key) ?? seen.size
    if (code === seen.size) seen.set(key, code)
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
  atRisk: groups.map(() => new Float64Array(times.length)),
  events: groups.map(() => new Float64Array(times.length)),
  longest: groups.map(() => 0),
})

/** Answers how many of the rising `times` are ≤ a given time; buckets make a million questions cheap. */
export const countUpTo = (times: Float64Array): ((time: number) => number) => {
  const size = times.length
  const top = size > 0 ? (times[size - 1] as number) : 0
  const scale = top > 0 ? size / top : 0
  const below = new Uint32Array(size + 2)
  for (const time of times) below[Math.floor(time * scale) + 1] = (below[Math.floor(time * scale) + 1] as number) + 1
  for (let b = 1; b < below.length; b++) below[b] = (below[b] as number) + (below[b - 1] as number)
  return time => {
    if (time >= top) return size
    const bucket = Math.floor(time * scale)
    let low = below[bucket] as number
    let high = below[bucket + 1] as number
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((times[middle] as number) <= time) low = middle + 1
      else high = middle
    }
    return low
  }
}

const measure = (table: RiskTable, codes: Uint32Array, time: Float64Array): void => {
  const sizes = new Uint32Array(table.groups.length)
  const longest = new Float64Array(table.groups.length)
  for (let i = 0; i < time.length; i++) {
    const group = codes[i] as number
    sizes[group] = (sizes[group] as number) + 1
    if ((time[i] as number) > (longest[group] as number)) longest[group] = time[i] as number
  }
  table.sizes = [...sizes]
  table.longest = [...longest]
}

const enterLate = (
  table: RiskTable,
  codes: Uint32Array,
  start: ArrayLike<number>,
  time: Float64Array,
  locate: (time: number) => number,
): void => {
  for (let i = 0; i < time.length; i++) {
    const entry = at(start, i)
    if (!(entry >= 0 && entry < at(time, i))) throw new RangeError(`a start must lie in [0, time), got ${entry}`)
    const before = locate(entry)
    if (before > 0) add(table.atRisk[at(codes, i)], before - 1, -1)
  }
}

const fromTheEnd = (row: Float64Array): void => {
  for (let i = row.length - 2; i >= 0; i--) row[i] = (row[i] as number) + (row[i + 1] as number)
}
