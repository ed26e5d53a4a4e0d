import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import {
  AttributeBand,
  type AttributeDefinition,
  type AttributeDefinitions,
  type AttributeInput,
} from '../../../vocabulary/index.ts'

/** What stands about attributes, by name. */
export async function readDefinitions(reader: Reader): Promise<AttributeDefinitions> {
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

/** Puts a definition aside with its rule; what was computed goes away, what people said stays as given. False where there is none. */
export async function archiveDefinition(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql`
    with stood as (
      select name, source from attribute_definitions where name = ${name} and archived_at is null for update
    ), said as (
      delete from attribute_origins where name in (select name from stood)
    ), dropped as (
      insert into attribute_refreshes (dropped) select array[name] from stood where source = 'computed'
      on conflict (workspace_id) do update set due_at = now(), after_person = null,
        dropped = attribute_refreshes.dropped || excluded.dropped
    )
    update attribute_definitions d set archived_at = now(), changed_at = now(), source = 'given', rule = null
    from stood where d.name = stood.name returning d.name`.execute(tx)
  return rows.length > 0
}
