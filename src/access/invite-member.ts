import type { Tx } from '../platform/database/index.ts'
import type { Tools } from '../platform/tools.ts'
import { type MemberInvitation, Refusal, Role, roleIncludes } from '../vocabulary/index.ts'
import type { Caller } from './endpoint.ts'
import { makeLink } from './make-link.ts'
import { dropInvitation, waitingInvitations } from './queries/links.ts'
import { memberByEmail } from './queries/members.ts'

/** Makes the link by which somebody joins with a role; a second invitation to an address replaces the first. */
export async function inviteMember(
  tx: Tx,
  given: { email: string; role: Role },
  caller: Caller,
  { settings, clock }: Tools,
): Promise<{ link: string; email: string; role: Role }> {
  if (!roleIncludes(caller.role, given.role)) throw new Refusal('role_above_own')
  if (await memberByEmail(tx, given.email)) throw new Refusal('member_known', { email: given.email })
  await dropInvitation(tx, { email: given.email })
  const { workspaceId } = caller
  const link = await makeLink(tx, settings.publicUrl, clock(), { ...given, purpose: 'invitation', workspaceId })
  return { link, ...given }
}

/** Invitations that wait for somebody. */
export async function listInvitations(
  tx: Parameters<typeof waitingInvitations>[0],
  now: Date,
): Promise<{ items: MemberInvitation[] }> {
  const rows = await waitingInvitations(tx, now)
  const items = rows.map(row => ({
    invitationId: row.token_hash.toString('hex'),
    email: row.email ?? '',
    role: Role.parse(row.role),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }))
  return { items }
}

/** Takes an invitation back. */
export async function withdrawInvitation(tx: Tx, invitationId: string): Promise<void> {
  if ((await dropInvitation(tx, { invitationId })) === 0) throw new Refusal('not_found')
}
