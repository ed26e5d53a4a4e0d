import type { Reader } from '../../../../platform/database/index.ts'
import { ContactRules } from '../../../../vocabulary/index.ts'

/** The zone of the workspace, for people who have none of their own, and when and how often people may be contacted. */
export async function askingRules(reader: Reader): Promise<{ zone: string; rules: ContactRules }> {
  const row = await reader
    .selectFrom('workspaces as w')
    .leftJoin('sending_settings as s', 's.workspace_id', 'w.workspace_id')
    .select(['w.time_zone', 's.contact_rules'])
    .executeTakeFirstOrThrow()
  return { zone: row.time_zone, rules: ContactRules.parse(row.contact_rules ?? {}) }
}
