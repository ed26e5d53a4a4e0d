import type { OpenedFile } from '../../connections/index.ts'
import { type ColumnRole, Refusal, type ReportChoice, type ReportColumns } from '../../vocabulary/index.ts'

/** The columns that a report reads, by their place in a row. */
export type ChosenColumns = {
  score: number
  date: number | null
  person: number | null
  weight: number | null
  comment: number | null
  attributes: number[]
}

/** The reader's words first, the guess for the rest; refuses a column that is not there, and a file without a score. */
export function chooseColumns(file: OpenedFile, choice: ReportChoice): ChosenColumns {
  const place = (roles: ColumnRole[], named: string | undefined) =>
    named === undefined ? guessed(file, roles) : named === '' ? null : columnAt(file.columns, named)
  const score = place(['score'], choice.score)
  if (score === null) throw new Refusal('score_column_missing', { columns: listed(file.columns) })
  const chosen = {
    score,
    weight: place(['weight'], choice.weight),
    date: place(['answered_at'], choice.date),
    person: place(['email', 'external_id'], choice.person),
    comment: place(['comment'], choice.comment),
  }
  const taken = new Set(Object.values(chosen))
  const free = file.columns.map((_, i) => i).filter(i => !taken.has(i) && file.roles[i] !== 'ignore')
  return {
    ...chosen,
    attributes: choice.attributes === undefined ? free : namedAttributes(file.columns, choice.attributes),
  }
}

/** The names behind the places, as the report tells them. */
export function columnsOf(file: OpenedFile, chosen: ChosenColumns): ReportColumns {
  const name = (i: number | null) => (i === null ? null : (file.columns[i] ?? null))
  return {
    score: file.columns[chosen.score] ?? '',
    comment: name(chosen.comment),
    date: name(chosen.date),
    person: name(chosen.person),
    weight: name(chosen.weight),
    attributes: chosen.attributes.map(i => file.columns[i] ?? ''),
  }
}

function guessed(file: OpenedFile, roles: ColumnRole[]): number | null {
  for (const role of roles) {
    const i = file.roles.indexOf(role)
    if (i >= 0) return i
  }
  return null
}

function namedAttributes(columns: string[], names: string): number[] {
  return names
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
    .map(name => columnAt(columns, name))
}

function columnAt(columns: string[], name: string): number {
  const wanted = name.trim().toLowerCase()
  const i = columns.findIndex(column => column.toLowerCase() === wanted)
  if (i < 0) throw new Refusal('column_unknown', { column: name, columns: listed(columns) })
  return i
}

const listed = (columns: string[]): string =>
  columns.length <= 40 ? columns.join(', ') : `${columns.slice(0, 40).join(', ')}, … (${columns.length})`
