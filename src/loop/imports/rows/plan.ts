import {
  type DayOrder,
  type DecimalSign,
  dayOrderOf,
  decimalSignOf,
  type ImportFormat,
  momentText,
  readNumber,
} from '../../../connections/index.ts'
import type {
  AttributeDefinitions,
  AttributeType,
  ColumnRole,
  ImportKind,
  ImportMapping,
} from '../../../vocabulary/index.ts'

/** A mapping made ready for a million rows: where each role stands, how numbers and dates are read. */
export type Plan = {
  kind: ImportKind
  columns: string[]
  at: Partial<Record<ColumnRole, number>>
  attributes: PlannedAttribute[]
  sign: DecimalSign
  order: DayOrder
  timeZone: string
  /** The beginning of the day given for answers that have no date. */
  day: string | null
  format: ImportFormat
  formatKey: string
  options: ImportMapping['options']
  /** The survey of the answers; empty for other kinds. */
  surveyId: string
  secret: string
}

/** An attribute's column: its type where somebody has said it, and how its values are written. */
type PlannedAttribute = {
  key: string
  at: number
  numeric: boolean
  type: AttributeType | null
  writing: Pick<Plan, 'sign' | 'order'>
}

type Given = Pick<Plan, 'kind' | 'format' | 'surveyId' | 'secret'> & {
  mapping: ImportMapping
  samples: string[][]
  delimiter: string | null
  workspaceTimeZone: string
  definitions: AttributeDefinitions
}

const LONGEST_KEY = 100

/** The plan of one run; what the mapping leaves open is read off the first rows of the file. */
export function planOf({ mapping, samples, delimiter, workspaceTimeZone, definitions, ...given }: Given): Plan {
  const { date } = mapping.options
  const names = mapping.columns.map(column => column.name)
  const values = (i: number | undefined) => (i === undefined ? [] : samples.map(cells => cells[i] ?? ''))
  const at: Plan['at'] = {}
  for (const [i, { role }] of mapping.columns.entries()) {
    if (role !== 'attribute' && role !== 'ignore') at[role] ??= i
  }
  const fallback: DayOrder = delimiter === ',' ? 'month-first' : 'day-first'
  const attributes = mapping.columns.flatMap(({ name, role }, i) =>
    role === 'attribute' ? [plannedAttribute(definitions, name.slice(0, LONGEST_KEY), i, values(i), fallback)] : [],
  )
  return {
    ...given,
    columns: names,
    at,
    attributes,
    sign: decimalSignOf(values(at.weight ?? at.amount)),
    order: mapping.options.dayOrder ?? dayOrderOf(values(at.answered_at ?? at.occurred_at), fallback),
    timeZone: mapping.options.timeZone ?? given.format.timeZone ?? workspaceTimeZone,
    day: date ? momentText({ date, time: null, offset: null }, mapping.options.timeZone ?? workspaceTimeZone) : null,
    formatKey: mapping.format,
    options: mapping.options,
  }
}

function plannedAttribute(
  definitions: AttributeDefinitions,
  key: string,
  at: number,
  values: string[],
  fallback: DayOrder,
): PlannedAttribute {
  const writing = { sign: decimalSignOf(values), order: dayOrderOf(values, fallback) }
  return { key, at, numeric: isNumeric(values), type: definitions.get(key)?.type ?? null, writing }
}

const WITH_LEADING_ZERO = /^[-+]?0\d/

/** Numbers stay numbers unless they are codes such as 00490. */
function isNumeric(values: string[]): boolean {
  const filled = values.map(value => value.trim()).filter(value => value !== '')
  return filled.length > 0 && filled.every(value => readNumber(value, '.') !== null && !WITH_LEADING_ZERO.test(value))
}

/** Roles without which a file of this kind cannot be taken. */
export function missingRoles(kind: ImportKind, mapping: ImportMapping): string[] {
  const has = (role: ColumnRole) => mapping.columns.some(column => column.role === role)
  const person = has('email') || has('external_id') ? [] : ['email']
  if (kind === 'people') return person
  if (kind === 'responses') return has('score') ? [] : ['score']
  return [
    ...person,
    ...(has('occurred_at') ? [] : ['occurred_at']),
    ...(has('kind') || mapping.options.touchpoint ? [] : ['kind']),
  ]
}
