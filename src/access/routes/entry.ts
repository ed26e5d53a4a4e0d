import { z } from 'zod'
import { EmailAddress, Password } from '../../vocabulary/index.ts'
import { open } from '../endpoint.ts'
import {
  acceptInvitation,
  Joining,
  LinkFacts,
  NewPassword,
  OpenedLink,
  setNewPassword,
  showLink,
  signInByLink,
} from '../follow-link.ts'
import { anyAccount } from '../queries/accounts.ts'
import { SetUp, setUp } from '../set-up.ts'
import { signIn } from '../sign-in.ts'
import { signOut } from '../sign-out.ts'

/** For anyone: getting in. */
export const entryRoutes = [
  open('get', {
    path: '/start',
    summary: 'Says whether this installation is set up, for the sign-in page.',
    reply: z.object({ setUp: z.boolean(), demo: z.boolean() }),
    run: async ({ tools }) => ({ setUp: await tools.database.inInstance(anyAccount), demo: tools.settings.demo }),
  }),
  open('post', {
    path: '/set-up',
    summary: 'Makes the first account and workspace by the one-time link of the start.',
    body: SetUp,
    run: ({ tools, body, visit }) => setUp(tools, body, visit),
  }),
  open('post', {
    path: '/session',
    summary: 'Signs in with address and password.',
    body: z.strictObject({ email: EmailAddress, password: Password }),
    run: ({ tools, body, visit }) => signIn(tools, body, visit),
  }),
  open('delete', { path: '/session', summary: 'Signs out.', run: ({ tools, visit }) => signOut(tools, visit) }),
  open('post', {
    path: '/links/reading',
    summary: 'Says what a one-time link is for, without using it up.',
    body: OpenedLink,
    reply: LinkFacts,
    run: ({ tools, body }) => showLink(tools, body.token),
  }),
  open('post', {
    path: '/links/sign-in',
    summary: 'Signs in by a one-time link of the operator.',
    body: OpenedLink,
    run: ({ tools, body, visit }) => signInByLink(tools, body.token, visit),
  }),
  open('post', {
    path: '/links/password',
    summary: 'Sets a new password by a one-time link.',
    body: NewPassword,
    run: ({ tools, body, visit }) => setNewPassword(tools, body, visit),
  }),
  open('post', {
    path: '/links/invitation',
    summary: 'Joins a workspace by invitation.',
    body: Joining,
    run: ({ tools, body, visit }) => acceptInvitation(tools, body, visit),
  }),
]
