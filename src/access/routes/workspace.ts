import { z } from 'zod'
import { ApiKey, Member, MemberInvitation, NewApiKey, NewMember, Role, Workspace } from '../../vocabulary/index.ts'
import { changeRole, deactivateMember, listMembers, reactivateMember, removeMember } from '../change-member.ts'
import { changeWorkspace, showWorkspace, WorkspaceChange } from '../change-workspace.ts'
import { change, look } from '../endpoint.ts'
import { inviteMember, listInvitations, withdrawInvitation } from '../invite-member.ts'
import { listApiKeys, makeApiKey, revokeApiKey } from '../make-api-key.ts'
import { makePasswordLink } from '../make-password-link.ts'

const all = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })
const hexId = z.string().regex(/^[0-9a-f]{64}$/)
const memberParams = z.object({ accountId: z.uuid() })

/** For members: the workspace, who works in it, its keys. */
export const workspaceRoutes = [
  look({
    path: '/workspace',
    allow: 'viewer',
    summary: 'The workspace and its settings.',
    reply: Workspace,
    run: ({ tx, caller }) => showWorkspace(tx, caller),
  }),
  change('patch', {
    path: '/workspace',
    allow: 'admin',
    summary: 'Changes name, language, time zone, sender or imprint.',
    body: WorkspaceChange,
    reply: Workspace,
    run: ({ tx, body, caller }) => changeWorkspace(tx, body, caller),
  }),
  look({
    path: '/members',
    allow: 'viewer',
    summary: 'Who works here.',
    reply: all(Member),
    run: ({ tx }) => listMembers(tx),
  }),
  change('put', {
    path: '/members/{accountId}/role',
    allow: 'admin',
    summary: 'Gives a member another role.',
    params: memberParams,
    body: z.strictObject({ role: Role }),
    run: ({ tx, params, body, caller, tools }) => changeRole(tx, { ...params, ...body }, caller, tools.clock()),
  }),
  change('delete', {
    path: '/members/{accountId}',
    allow: 'admin',
    summary: 'Ends a membership.',
    params: memberParams,
    run: ({ tx, params, caller, tools }) => removeMember(tx, params.accountId, caller, tools.clock()),
  }),
  change('put', {
    path: '/members/{accountId}/deactivation',
    allow: 'admin',
    summary: 'Shuts a member out at once.',
    params: memberParams,
    run: ({ tx, params, caller, tools }) => deactivateMember(tx, params.accountId, caller, tools.clock()),
  }),
  change('delete', {
    path: '/members/{accountId}/deactivation',
    allow: 'admin',
    summary: 'Lets a member in again.',
    params: memberParams,
    run: ({ tx, params, caller }) => reactivateMember(tx, params.accountId, caller),
  }),
  change('post', {
    path: '/members/{accountId}/password-links',
    allow: 'admin',
    summary: 'Makes a one-time link by which a member chooses a new password.',
    params: memberParams,
    status: 201,
    secret: true,
    reply: z.object({ link: z.string() }),
    run: ({ tx, params, caller, tools }) => makePasswordLink(tx, params.accountId, caller, tools),
  }),
  look({
    path: '/member-invitations',
    allow: 'admin',
    summary: 'Invitations that wait.',
    reply: all(MemberInvitation),
    run: ({ tx, tools }) => listInvitations(tx, tools.clock()),
  }),
  change('post', {
    path: '/member-invitations',
    allow: 'admin',
    summary: 'Invites somebody; the reply holds the link to pass on.',
    body: NewMember,
    status: 201,
    secret: true,
    reply: z.object({ link: z.string(), email: z.string(), role: Role }),
    run: ({ tx, body, caller, tools }) => inviteMember(tx, body, caller, tools),
  }),
  change('delete', {
    path: '/member-invitations/{invitationId}',
    allow: 'admin',
    summary: 'Takes an invitation back.',
    params: z.object({ invitationId: hexId }),
    run: ({ tx, params }) => withdrawInvitation(tx, params.invitationId),
  }),
  look({
    path: '/api-keys',
    allow: 'admin',
    summary: 'The keys of programs.',
    reply: all(ApiKey),
    run: ({ tx, tools }) => listApiKeys(tx, tools.clock()),
  }),
  change('post', {
    path: '/api-keys',
    allow: 'admin',
    summary: 'Makes a key; its text is shown this once.',
    body: NewApiKey,
    status: 201,
    secret: true,
    reply: z.object({ apiKeyId: z.string(), key: z.string(), expiresAt: z.string() }),
    run: ({ tx, body, caller, tools }) => makeApiKey(tx, body, caller, tools.clock()),
  }),
  change('delete', {
    path: '/api-keys/{apiKeyId}',
    allow: 'admin',
    summary: 'Ends a key at once.',
    params: z.object({ apiKeyId: z.string().regex(/^[0-9A-Za-z]{10}$/) }),
    run: ({ tx, params, caller, tools }) => revokeApiKey(tx, params.apiKeyId, caller, tools.clock()),
  }),
]
