import { z } from 'zod'
import { ProductLanguage, Session, ShortText, SignedInBrowser } from '../../vocabulary/index.ts'
import { changePassword, PasswordChange } from '../change-password.ts'
import { makeWorkspace, NewWorkspace, switchWorkspace } from '../change-workspace.ts'
import { account } from '../endpoint.ts'
import { endOtherSessions, endSession, listSessions } from '../list-sessions.ts'
import { updateAccount } from '../queries/accounts.ts'
import { readSession } from '../read-session.ts'
import { releaseSending } from '../release-sending.ts'

const hexId = z.string().regex(/^[0-9a-f]{64}$/)

/** For an account: itself, its browsers, its workspaces. */
export const accountRoutes = [
  account('get', {
    path: '/session',
    summary: 'Who is signed in, in which workspace, with which role.',
    reply: Session,
    run: ({ tx, caller, visit, tools }) => readSession(tx, caller, visit, tools),
  }),
  account('patch', {
    path: '/account',
    summary: 'Changes the own name or language.',
    body: z
      .strictObject({ name: ShortText.optional(), language: ProductLanguage.optional() })
      .refine(given => Object.keys(given).length > 0),
    run: async ({ tx, caller, body }) => void (await updateAccount(tx, caller.accountId, body)),
  }),
  account('put', {
    path: '/account/password',
    summary: 'Changes the own password; all other sessions end.',
    body: PasswordChange,
    run: ({ tx, body, ...rest }) => changePassword(tx, body, rest),
  }),
  account('get', {
    path: '/sessions',
    summary: 'The browsers in which the account is signed in.',
    reply: z.object({ items: z.array(SignedInBrowser) }),
    run: ({ tx, caller, visit, tools }) => listSessions(tx, caller, visit, tools.clock()),
  }),
  account('delete', {
    path: '/sessions/{sessionId}',
    summary: 'Ends one session.',
    params: z.object({ sessionId: hexId }),
    run: ({ tx, caller, params }) => endSession(tx, caller, params.sessionId),
  }),
  account('delete', {
    path: '/sessions',
    summary: 'Ends all other sessions.',
    run: ({ tx, caller, visit }) => endOtherSessions(tx, caller, visit),
  }),
  account('post', {
    path: '/workspaces',
    summary: 'Makes a further workspace and goes there; for owners and admins of one.',
    body: NewWorkspace,
    status: 201,
    reply: z.object({ workspaceId: z.uuid() }),
    run: ({ tx, body, caller, visit }) => makeWorkspace(tx, body, caller, visit),
  }),
  account('put', {
    path: '/session/workspace',
    summary: 'Goes to another of the own workspaces.',
    body: z.strictObject({ workspaceId: z.uuid() }),
    run: ({ tx, body, caller, visit }) => switchWorkspace(tx, body.workspaceId, caller, visit),
  }),
  account('delete', {
    path: '/sending/hold',
    summary: 'Lets mails leave again after a restore; for owners and admins.',
    run: ({ tx, caller, tools }) => releaseSending(tx, caller, tools),
  }),
]
