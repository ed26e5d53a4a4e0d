import { z } from 'zod'
import { Role } from './role.ts'

/** The languages of the product. */
export const ProductLanguage = z.enum(['en', 'de', 'fi'])
export type ProductLanguage = z.infer<typeof ProductLanguage>
/** A name of the IANA time zone list. */
export const TimeZone = z.string().max(60).refine(isTimeZone, { error: 'no known time zone' })
/** A moment as ISO 8601 text. */
export const Moment = z.iso.datetime({ offset: true })
/** A line a person typed: trimmed, not empty. */
export const ShortText = z.string().trim().min(1).max(120)
/** A password as it is typed; how strong it has to be is checked where it is set. */
export const Password = z.string().min(1).max(256)

/** Whether the runtime knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** A person who signs in. */
export const Account = z.object({
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  language: ProductLanguage,
})
export type Account = z.infer<typeof Account>

/** A company or a part of one, with what its mails say about the sender. */
export const Workspace = z.object({
  workspaceId: z.uuid(),
  name: z.string(),
  language: ProductLanguage,
  timeZone: z.string(),
  senderName: z.string().nullable(),
  senderAddress: z.string().nullable(),
  imprint: z.string().nullable(),
  demo: z.boolean(),
  createdAt: Moment,
})
export type Workspace = z.infer<typeof Workspace>

/** A workspace in the list of those one belongs to. */
export const WorkspaceChoice = z.object({ workspaceId: z.uuid(), name: z.string(), role: Role, demo: z.boolean() })
export type WorkspaceChoice = z.infer<typeof WorkspaceChoice>

/** Who is signed in, where, with which rights: what the dashboard needs first. */
export const Session = z.object({
  account: Account,
  workspace: Workspace.nullable(),
  role: Role.nullable(),
  workspaces: z.array(WorkspaceChoice),
  /** Whether mails leave through a mail server; otherwise they are caught and shown at /mail. */
  smtp: z.boolean(),
  publicUrl: z.string(),
  demo: z.boolean(),
})
export type Session = z.infer<typeof Session>
