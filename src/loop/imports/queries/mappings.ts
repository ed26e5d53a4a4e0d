import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import { ColumnRoles, type ImportKind, ImportOptions } from '../../../vocabulary/index.ts'

/** Same columns in the same order: the same mapping is offered again. */
const signatureOf = (columns: string[]): Buffer =>
  createHash('sha256')
    .update(columns.map(column => column.toLowerCase()).join('\u001f'))
    .digest()

/** What is kept of a mapping: the roles of the columns and what held for all rows. */
export type Remembered = { roles: ColumnRoles; options: ImportOptions }

/** The mapping that was used last for these columns. */
export async function findMapping(reader: Reader, kind: ImportKind, columns: string[]): Promise<Remembered | null> {
  const row = await reader
    .selectFrom('import_mappings')
    .select('mapping')
    .where('header_signature', '=', signatureOf(columns))
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) return null
  const roles = ColumnRoles.safeParse(row.mapping.roles)
  const options = ImportOptions.safeParse(row.mapping.options)
  return roles.success && options.success ? { roles: roles.data, options: options.data } : null
}

/** Remembers a mapping that was used. */
export async function keepMapping(tx: Tx, kind: ImportKind, columns: string[], mapping: Remembered): Promise<void> {
  await tx
    .insertInto('import_mappings')
    .values({ header_signature: signatureOf(columns), kind, mapping: JSON.stringify(mapping) })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'header_signature', 'kind'])
        .doUpdateSet({ mapping: JSON.stringify(mapping), used_at: sql`now()` }),
    )
    .execute()
}
