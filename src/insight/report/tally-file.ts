import {
  type DayOrder,
  type DecimalSign,
  dayOrderOf,
  decimalSignOf,
  type OpenedFile,
  readDate,
  readNumber,
} from '../../connections/index.ts'
import { addWeight, noWeights, readScore, type ScoreRejection, type WeightSums } from '../../stats/index.ts'
import { AttributeTally } from './attribute-tally.ts'
import type { ChosenColumns } from './choose-columns.ts'
import { type Counts, noCounts } from './counts.ts'

const MOST_REJECTED_VALUES = 200
const LONGEST_VALUE = 100
/** More are not told apart: each costs memory in a process that others use. */
const MOST_PEOPLE = 500_000

/** Everything a report needs to know about a file, counted in one pass over its rows. */
export type FileTally = {
  rows: number
  scores: Counts
  rejected: Map<string, { count: number; reason: ScoreRejection }>
  weights: WeightSums[]
  weightsRejected: number
  byDay: Map<string, Counts>
  datesRejected: number
  /** Who answered; null where they are too many to be told apart. */
  people: Set<string> | null
  attributes: AttributeTally[]
}

/** Reads all rows of a file once. */
export async function tallyFile(file: OpenedFile, columns: ChosenColumns): Promise<FileTally> {
  const tally: FileTally = {
    rows: 0,
    scores: noCounts(),
    rejected: new Map(),
    weights: noWeights(),
    weightsRejected: 0,
    byDay: new Map(),
    datesRejected: 0,
    people: new Set(),
    attributes: columns.attributes.map(i => new AttributeTally(file.columns[i] ?? '')),
  }
  const sampled = (i: number | null) => (i === null ? [] : file.sample.map(row => row.cells[i] ?? ''))
  const sign = decimalSignOf(sampled(columns.weight))
  const order = dayOrderOf(sampled(columns.date), file.reading.delimiter === ',' ? 'month-first' : 'day-first')
  for await (const batch of file.rows) {
    for (const row of batch) addRow(tally, row.cells, columns, sign, order)
  }
  return tally
}

function addRow(tally: FileTally, cells: string[], columns: ChosenColumns, sign: DecimalSign, order: DayOrder): void {
  tally.rows += 1
  const value = cells[columns.score] ?? ''
  const read = readScore(value)
  if ('rejected' in read) {
    reject(tally, value, read.rejected)
    return
  }
  const { score } = read
  tally.scores[score] = (tally.scores[score] ?? 0) + 1
  if (columns.weight !== null) weigh(tally, score, cells[columns.weight] ?? '', sign)
  if (columns.date !== null) addDay(tally, score, cells[columns.date] ?? '', order)
  if (columns.person !== null) addPerson(tally, cells[columns.person] ?? '')
  for (let i = 0; i < tally.attributes.length; i++) {
    tally.attributes[i]?.add(cells[columns.attributes[i] ?? 0] ?? '', score)
  }
}

function reject(tally: FileTally, value: string, reason: ScoreRejection): void {
  const short = value.trim().slice(0, LONGEST_VALUE)
  const key = tally.rejected.has(short) || tally.rejected.size < MOST_REJECTED_VALUES ? short : '…'
  const known = tally.rejected.get(key)
  if (known) known.count += 1
  else tally.rejected.set(key, { count: 1, reason })
}

function weigh(tally: FileTally, score: number, value: string, sign: DecimalSign): void {
  const weight = readNumber(value, sign)
  if (weight === null || weight < 0) tally.weightsRejected += 1
  else addWeight(tally.weights, { score, weight })
}

function addDay(tally: FileTally, score: number, value: string, order: DayOrder): void {
  const day = readDate(value, order)?.date
  if (!day) {
    tally.datesRejected += 1
    return
  }
  const counts = tally.byDay.get(day) ?? noCounts()
  counts[score] = (counts[score] ?? 0) + 1
  tally.byDay.set(day, counts)
}

function addPerson(tally: FileTally, value: string): void {
  const person = value.trim().toLowerCase()
  if (person === '' || !tally.people) return
  tally.people.add(person.length > LONGEST_VALUE ? person.slice(0, LONGEST_VALUE) : person)
  if (tally.people.size > MOST_PEOPLE) tally.people = null
}
