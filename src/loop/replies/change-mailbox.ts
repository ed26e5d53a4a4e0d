import type { Reader, Tx } from '../../platform/database/index.ts'
import { countMails, type MailboxAccess, MailboxProblem } from '../../platform/imap/index.ts'
import { openSecret, sealSecret } from '../../platform/secrets/index.ts'
import type { Settings } from '../../platform/settings.ts'
import { Refusal, type ReplyMailbox, type ReplyMailboxChange } from '../../vocabulary/index.ts'
import { accessOf, mailboxPlace } from './mailbox-access.ts'
import { deleteMailbox, mailboxRow, upsertMailbox } from './queries.ts'

type House = Pick<Settings, 'secret' | 'insideHosts'>
const LONGEST_LOCAL = 64
const TAG_SIGNS = 49

/** The mailbox that is read for replies, without its password. */
export async function readMailbox(reader: Reader): Promise<ReplyMailbox> {
  const row = await mailboxRow(reader)
  return {
    address: row?.address ?? null,
    tagged: row?.tagged ?? true,
    host: row?.host ?? null,
    port: row?.port ?? 993,
    tls: (row?.tls ?? 'tls') as ReplyMailbox['tls'],
    userName: row?.user_name ?? null,
    folder: row?.folder ?? 'INBOX',
    checker: row?.checker ?? null,
    paused: row?.paused_at != null,
    checkedAt: row?.checked_at?.toISOString() ?? null,
    problem: row?.problem ?? null,
  }
}

/** Sets the mailbox; a password that is left out stays as it was. */
export async function changeMailbox(
  tx: Tx,
  given: ReplyMailboxChange,
  workspaceId: string,
  house: House,
  at: Date,
): Promise<ReplyMailbox> {
  const before = await mailboxRow(tx)
  const place = mailboxPlace(workspaceId)
  const password = given.password ?? (before ? openSecret(house.secret, place, before.password) : null)
  if (password === null) throw fieldRefusal('password', 'is missing')
  const [local = ''] = given.address.split('@')
  if (given.tagged && local.length + TAG_SIGNS > LONGEST_LOCAL)
    throw fieldRefusal('address', `has more than ${LONGEST_LOCAL - TAG_SIGNS} signs before @, too many for tags`)
  const { userName, paused, password: _password, checker, ...rest } = given
  const moved = before?.host !== given.host || before.user_name !== userName || before.folder !== given.folder
  await upsertMailbox(
    tx,
    {
      ...rest,
      user_name: userName,
      password: sealSecret(house.secret, place, password),
      checker: checker ?? null,
      paused_at: paused ? at : null,
    },
    moved,
  )
  return readMailbox(tx)
}

/** Forgets the mailbox; replies go to the address of the sending settings from then on. */
export async function endMailbox(tx: Tx): Promise<void> {
  if (!(await deleteMailbox(tx))) throw new Refusal('not_found')
}

/** Opens the mailbox once and counts its mails, so that whoever sets it up sees at once whether it works. */
export async function tryMailbox(reader: Reader, workspaceId: string, house: House): Promise<{ mails: number }> {
  const row = await mailboxRow(reader)
  if (!row) throw new Refusal('not_found')
  const access: MailboxAccess | null = accessOf(row, workspaceId, house.secret)
  if (!access) throw new Refusal('mailbox_unusable', { problem: 'sign_in' })
  try {
    return { mails: await countMails(access, { insideHosts: house.insideHosts }) }
  } catch (error) {
    if (error instanceof MailboxProblem) throw new Refusal('mailbox_unusable', { problem: error.kind })
    throw error
  }
}

const fieldRefusal = (path: string, problem: string) =>
  new Refusal('body_invalid', { fields: path }, [{ path, problem }])
