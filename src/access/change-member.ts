import type { Reader, Tx } from '../platform/database/index.ts'
import { KeyScope, type Member, Refusal, type Role, roleIncludes } from '../vocabulary/index.ts'
import { ROLE_OF_SCOPE } from './authenticate.ts'
import type { Caller } from './endpoint.ts'
import {
  deleteMember,
  lockMember,
  lockOwners,
  membersOf,
  revokeKeys,
  setDeactivated,
  setRole,
} from './queries/members.ts'
import { record } from './record.ts'

/** Who works here. */
export async function listMembers(reader: Reader): Promise<{ items: Member[] }> {
  const rows = await membersOf(reader)
  const items = rows.map(row => ({
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role,
    joinedAt: row.joined_at.toISOString(),
    deactivatedAt: row.deactivated_at?.toISOString() ?? null,
  }))
  return { items }
}

/** Gives a member another role, neither from nor to one above the caller's own; keys that may more than it end. */
export async function changeRole(
  tx: Tx,
  { accountId, role }: { accountId: string; role: Role },
  caller: Caller,
  now: Date,
): Promise<void> {
  const member = await memberUnder(tx, accountId, caller)
  if (!roleIncludes(caller.role, role)) throw new Refusal('role_above_own')
  if (role !== 'owner') await keepAnOwner(tx, accountId)
  await setRole(tx, accountId, role)
  const scopes = KeyScope.options.filter(scope => !roleIncludes(role, ROLE_OF_SCOPE[scope]))
  if (scopes.length > 0) await revokeKeys(tx, { madeBy: accountId, scopes }, now)
  await record(tx, 'member.role-changed', accountId, { role, before: member.role })
}

/** Ends a membership; the member's keys end with it, what they did stays. */
export async function removeMember(tx: Tx, accountId: string, caller: Caller, now: Date): Promise<void> {
  await memberUnder(tx, accountId, caller)
  await keepAnOwner(tx, accountId)
  await revokeKeys(tx, { madeBy: accountId, scopes: KeyScope.options }, now)
  await deleteMember(tx, accountId)
  await record(tx, 'member.left', accountId, {})
}

/** Shuts a member out at once (sessions look at this on every request, keys are revoked), without forgetting them. */
export async function deactivateMember(tx: Tx, accountId: string, caller: Caller, now: Date): Promise<void> {
  await memberUnder(tx, accountId, caller)
  await keepAnOwner(tx, accountId)
  await revokeKeys(tx, { madeBy: accountId, scopes: KeyScope.options }, now)
  await setDeactivated(tx, accountId, now)
  await record(tx, 'member.left', accountId, {})
}

/** Lets a member in again. */
export async function reactivateMember(tx: Tx, accountId: string, caller: Caller): Promise<void> {
  const member = await memberUnder(tx, accountId, caller)
  await setDeactivated(tx, accountId, null)
  await record(tx, 'member.joined', accountId, { role: member.role })
}

/** The member, locked; refuses somebody unknown or of a role above the caller's. */
export async function memberUnder(tx: Tx, accountId: string, caller: Caller) {
  const member = await lockMember(tx, accountId)
  if (!member) throw new Refusal('not_found')
  if (!roleIncludes(caller.role, member.role)) throw new Refusal('role_above_own')
  return member
}

async function keepAnOwner(tx: Tx, leaving: string): Promise<void> {
  const owners = await lockOwners(tx)
  if (owners.includes(leaving) && owners.length === 1) throw new Refusal('member_last_owner')
}
