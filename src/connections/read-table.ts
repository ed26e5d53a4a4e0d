import { type ColumnRole, Refusal } from '../vocabulary/index.ts'
import { type FileKind, guessRoles, isNamed, ROLES } from './columns/index.ts'
import { type Limits, openTable, type Row, type Table } from './files/index.ts'
import type { ImportFormat } from './import-format.ts'
import { type FormatKey, recogniseFormat } from './recognise-format.ts'

/** A file ready to be used: its format, what each column seems to mean (the score by its name or only by its values), its rows. */
export type OpenedFile = Table & {
  formatKey: FormatKey
  format: ImportFormat
  roles: ColumnRole[]
  scoreNamed: boolean
  /** What the columns seem to mean in a file of another kind. */
  rolesFor: (kind: FileKind) => ColumnRole[]
}

/** Opens a file and says what it seems to be; roles are a guess that a person may overrule. */
export async function openFile(
  source: AsyncIterable<Buffer | Uint8Array>,
  kind: FileKind,
  limits: Limits,
): Promise<OpenedFile> {
  const table = await openTable(source, limits)
  const { key, format } = await recogniseFormat(table.columns)
  const extra = table.reading.headerFound ? (format.extraHeaderRows ?? 0) : 0
  const labels = table.sample.slice(0, extra)
  const sample = table.sample.slice(extra)
  if (sample.length === 0) throw new Refusal('file_without_rows')
  const spoken = table.columns.map((column, i) => labels[0]?.cells[i]?.trim() || column)
  const values = sample.map(row => row.cells)
  const rolesFor = (asked: FileKind) => knownRoles(table.columns, guessRoles(spoken, values, asked), format, asked)
  const roles = rolesFor(kind)
  const scoreAt = roles.indexOf('score')
  const scoreNamed =
    scoreAt >= 0 && (format.roles[table.columns[scoreAt] ?? ''] === 'score' || isNamed('score', spoken[scoreAt] ?? ''))
  return { ...table, sample, rows: without(table.rows, extra), formatKey: key, format, roles, scoreNamed, rolesFor }
}

/** What the format knows beats the guess; a guessed role that the format gave to another column becomes an attribute. */
function knownRoles(columns: string[], guessed: ColumnRole[], format: ImportFormat, kind: FileKind): ColumnRole[] {
  const known = new Map(Object.entries(format.roles).map(([column, role]) => [column.toLowerCase(), role]))
  const given: (ColumnRole | undefined)[] = columns.map(column => {
    const role = known.get(column.toLowerCase())
    return role === undefined || role === 'ignore' || ROLES[kind].includes(role) ? role : 'attribute'
  })
  return guessed.map((guess, i) => given[i] ?? (guess !== 'attribute' && given.includes(guess) ? 'attribute' : guess))
}

async function* without(batches: AsyncIterable<Row[]>, count: number): AsyncGenerator<Row[]> {
  let left = count
  for await (const batch of batches) {
    if (left === 0) yield batch
    else {
      if (batch.length > left) yield batch.slice(left)
      left = Math.max(0, left - batch.length)
    }
  }
}
