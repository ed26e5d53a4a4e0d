import { type ColumnRole, KIND_ROLES } from '../../vocabulary/index.ts'
import { type ColumnValues, columnValues } from './column-values.ts'
import { nameRank } from './names.ts'

/** What a file is read for: its roles are offered, all others are not. */
export type FileKind = 'report' | 'responses' | 'people' | 'touchpoints'

/** Roles of each kind of file, in the order in which columns are handed out. */
export const ROLES: Record<FileKind, readonly ColumnRole[]> = {
  report: ['score', 'weight', 'answered_at', 'email', 'external_id', 'comment', 'response_id'],
  ...KIND_ROLES,
}

const SAMPLE = 1000

/** Whether values can carry a role that a name suggests; roles without a line take any. */
const FITS: Partial<Record<ColumnRole, (values: ColumnValues) => boolean>> = {
  score: values => values.scores >= 0.5 && values.distinct > 1,
  weight: values => values.positive >= 0.9 && values.distinct > 1,
  answered_at: values => values.dates >= 0.5,
  occurred_at: values => values.dates >= 0.5,
  email: values => values.addresses >= 0.5,
  comment: values => values.numbers < 0.5 && values.dates < 0.5,
  amount: values => values.numbers >= 0.8,
  response_id: values => values.distinct >= values.filled * 0.98,
  source_id: values => values.distinct >= values.filled * 0.9,
  language: values => values.averageLength <= 7 && values.numbers < 0.5,
  country: values => values.numbers < 0.5,
  name: values => values.numbers < 0.5,
}

/** Columns that carry a role by what they hold, best first; only where no name gave it away. */
const BY_VALUES: Partial<Record<ColumnRole, (values: ColumnValues) => number>> = {
  score: v =>
    v.scores >= 0.97 && v.distinct >= 5 && v.highest >= 8 && v.highest <= 11 ? v.scores + v.distinct / 10 : 0,
  answered_at: v => (v.dates >= 0.95 && v.numbers < 0.5 ? v.dates : 0),
  occurred_at: v => (v.dates >= 0.95 && v.numbers < 0.5 ? v.dates : 0),
  email: v => (v.addresses >= 0.9 ? v.addresses : 0),
  comment: v =>
    v.averageLength >= 20 && v.spaced >= 0.6 && v.distinct >= v.filled * 0.5 && v.dates < 0.2 ? v.averageLength : 0,
}

/** The role of each column: by name first (in several languages), then by values; the rest are attributes. */
export function guessRoles(columns: string[], rows: string[][], kind: FileKind): ColumnRole[] {
  const sample = rows.slice(0, SAMPLE)
  const values = columns.map((_, i) => columnValues(sample.map(cells => cells[i] ?? '')))
  const roles: (ColumnRole | null)[] = columns.map(() => null)
  for (const role of ROLES[kind]) give(role, bestByName(role, columns, values, roles), roles)
  for (const role of ROLES[kind]) if (!roles.includes(role)) give(role, bestByValues(role, values, roles), roles)
  return roles.map(role => role ?? 'attribute')
}

function give(role: ColumnRole, column: number | null, roles: (ColumnRole | null)[]): void {
  if (column !== null) roles[column] = role
}

function bestByName(
  role: ColumnRole,
  columns: string[],
  values: ColumnValues[],
  taken: (ColumnRole | null)[],
): number | null {
  const found = columns
    .map((column, i) => ({ i, rank: nameRank(role, column), values: values[i] }))
    .filter(
      c =>
        c.rank !== null &&
        taken[c.i] === null &&
        c.values &&
        (c.values.filled === 0 ? role !== 'score' : (FITS[role]?.(c.values) ?? true)),
    )
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (b.values?.filled ?? 0) - (a.values?.filled ?? 0) || a.i - b.i)
  return found[0]?.i ?? null
}

function bestByValues(role: ColumnRole, values: ColumnValues[], taken: (ColumnRole | null)[]): number | null {
  const worth = BY_VALUES[role]
  if (!worth) return null
  const found = values
    .map((v, i) => ({ i, worth: taken[i] === null && v.filled > 0 ? worth(v) : 0 }))
    .filter(c => c.worth > 0)
    .sort((a, b) => b.worth - a.worth || a.i - b.i)
  return found[0]?.i ?? null
}
