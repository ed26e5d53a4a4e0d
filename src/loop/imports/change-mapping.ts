import { ROLES } from '../../connections/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type ColumnRole, type Import, isTimeZone, type MappingChoice, Refusal } from '../../vocabulary/index.ts'
import { mergedOptions } from './choose-survey.ts'
import { found } from './found.ts'
import { findImport, updateMapping } from './queries/imports.ts'

/** A member's word on what the columns mean and what holds for all rows; one role stands once. */
export async function changeMapping(tx: Tx, importId: string, choice: MappingChoice): Promise<Import> {
  const before = found(await findImport(tx, importId))
  if (before.state === 'running') throw new Refusal('import_running')
  const kind = choice.kind ?? before.kind
  checkZone(choice.options?.timeZone)
  const columns = before.mapping.columns.map(column => ({
    ...column,
    role: allowed(choice.roles?.[column.name] ?? column.role, kind),
  }))
  const chosen = new Set(Object.keys(choice.roles ?? {}))
  const taken = new Set(
    columns.filter(column => chosen.has(column.name) && isSingle(column.role)).map(column => column.role),
  )
  const mapping = {
    ...before.mapping,
    remembered: false,
    columns: columns.map(column =>
      !chosen.has(column.name) && taken.has(column.role) ? { ...column, role: 'attribute' as const } : column,
    ),
    options: mergedOptions(before.mapping.options, choice.options),
  }
  for (const name of chosen) {
    if (!columns.some(column => column.name === name)) {
      throw new Refusal('column_unknown', { column: name, columns: columns.map(column => column.name).join(', ') })
    }
  }
  await updateMapping(tx, importId, kind, mapping)
  return found(await findImport(tx, importId))
}

const isSingle = (role: ColumnRole) => role !== 'attribute' && role !== 'ignore'

/** A role of another kind of file is an attribute here. */
const allowed = (role: ColumnRole, kind: Import['kind']): ColumnRole =>
  !isSingle(role) || ROLES[kind].includes(role) ? role : 'attribute'

function checkZone(zone: string | null | undefined): void {
  if (zone && !isTimeZone(zone)) {
    throw new Refusal('body_invalid', {}, [{ path: 'options.timeZone', problem: 'Europe/Berlin, UTC, …' }])
  }
}
