import type { Reader } from '../../../../platform/database/index.ts'

/** The zone of the workspace, for people who have none of their own. */
export async function askingZone(reader: Reader): Promise<string> {
  const row = await reader.selectFrom('workspaces').select('time_zone').executeTakeFirstOrThrow()
  return row.time_zone
}
