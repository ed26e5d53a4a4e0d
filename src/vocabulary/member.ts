import { z } from 'zod'
import { Moment, ShortText } from './account.ts'
import { EmailAddress } from './email-address.ts'
import { Role } from './role.ts'

/** Somebody who works in a workspace. */
export const Member = z.object({
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: Role,
  joinedAt: Moment,
  deactivatedAt: Moment.nullable(),
})
export type Member = z.infer<typeof Member>

/** An invitation that waits for somebody. */
export const MemberInvitation = z.object({
  invitationId: z.string(),
  email: z.string(),
  role: Role,
  createdAt: Moment,
  expiresAt: Moment,
})
export type MemberInvitation = z.infer<typeof MemberInvitation>

/** Whom to invite, with which role. */
export const NewMember = z.strictObject({ email: EmailAddress, role: Role })

/** A browser that is signed in. */
export const SignedInBrowser = z.object({
  sessionId: z.string(),
  current: z.boolean(),
  userAgent: z.string().nullable(),
  createdAt: Moment,
  lastSeenAt: Moment,
  expiresAt: Moment,
})
export type SignedInBrowser = z.infer<typeof SignedInBrowser>

/** What an API key may do: look, work (as a manager), or administrate. */
export const KeyScope = z.enum(['read', 'write', 'admin'])
export type KeyScope = z.infer<typeof KeyScope>

/** A key for a program, without its secret. */
export const ApiKey = z.object({
  apiKeyId: z.string(),
  name: z.string(),
  scope: KeyScope,
  createdBy: z.string().nullable(),
  createdAt: Moment,
  expiresAt: Moment.nullable(),
  lastUsedAt: Moment.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

/** A key that is wanted; it ends after a year unless said otherwise. */
export const NewApiKey = z.strictObject({
  name: ShortText,
  scope: KeyScope,
  validDays: z.number().int().min(1).max(3650).default(365),
})
