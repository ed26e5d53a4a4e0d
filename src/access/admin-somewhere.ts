import type { Reader } from '../platform/database/index.ts'
import { Refusal, roleIncludes } from '../vocabulary/index.ts'
import { workspacesOf } from './queries/accounts.ts'

/** Refuses whoever is nowhere owner or admin: what touches the whole installation is not for guests of one workspace. */
export async function checkAdminSomewhere(reader: Reader, accountId: string): Promise<void> {
  const own = await workspacesOf(reader, accountId)
  if (!own.some(({ role }) => roleIncludes(role, 'admin'))) throw new Refusal('right_missing', { role: 'admin' })
}
