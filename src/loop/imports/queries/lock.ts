import type { Database } from '../../../platform/database/index.ts'

const IMPORTS = 4747

/** Runs `work` while no other process or thread runs this import; null when another one does. A dead process lets go. */
export async function withImportLock<T>(
  database: Database,
  importId: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const client = await database.pool.connect()
  let held = false
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as held', [
      IMPORTS,
      importId,
    ])
    held = rows[0]?.held ?? false
    return held ? await work() : null
  } finally {
    if (held)
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [IMPORTS, importId]).catch(() => undefined)
    client.release()
  }
}
