import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import { AttributeBand, type AttributeDefinition, type AttributeInput } from '../../../vocabulary/index.ts'
import type { Definitions } from './parts.ts'

/** What stands about attributes, by name. */
export async function readDefinitions(reader: Reader): Promise<Definitions> {
  const rows = await reader
    .selectFrom('attribute_definitions')
    .select(['name', 'label', 'type', 'bands', 'parent', 'source', 'rule'])
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  return new Map(
    rows.map(row => [
      row.name,
      {
        ...row,
        type: row.type as AttributeDefinition['type'],
        source: row.source as AttributeDefinition['source'],
        bands: row.bands === null ? null : AttributeBand.array().parse(row.bands),
      },
    ]),
  )
}

/** Writes what an attribute means; said again it is new, and where its values come from stays. */
export const saveDefinition = (tx: Tx, { name, bands, ...given }: AttributeInput) => {
  const meaning = { ...given, bands: bands && JSON.stringify(bands) }
  return tx
    .insertInto('attribute_definitions')
    .values({ name, ...meaning })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'name'])
        .doUpdateSet({ ...meaning, changed_at: sql<Date>`now()`, archived_at: null }),
    )
    .execute()
}

/** Puts a definition aside; false where there is none. */
export async function archiveDefinition(tx: Tx, name: string): Promise<boolean> {
  const row = await tx
    .updateTable('attribute_definitions')
    .set({ archived_at: sql`now()`, changed_at: sql`now()` })
    .where('name', '=', name)
    .where('archived_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}
