import { MailboxProblem, readNewMails } from '../../platform/imap/index.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Work } from '../../platform/work-loop.ts'
import { delivery } from '../messages/index.ts'
import { accessOf } from './mailbox-access.ts'
import { claimMailbox, mailboxRow, recordReading } from './queries.ts'
import { readMailReply } from './read-mail-reply.ts'
import { takeMail } from './take-mail.ts'

const EVERY_SECONDS = 60

/** Reads the mailboxes of all workspaces for replies, each once a minute, whichever process comes first. */
export const replying = (tools: Tools, everySeconds = EVERY_SECONDS): Work => ({
  name: 'replying',
  everyMs: 5000,
  byClock: true,
  once: async () => {
    const turn = await claimMailbox(tools.database, tools.clock(), everySeconds)
    if (!turn) return false
    await readReplies(tools, turn.workspaceId)
    return true
  },
})

/** Reads one mailbox; a mail that cannot be taken stops nothing and is tried again with the next reading. */
async function readReplies({ database, settings, clock, log }: Tools, workspaceId: string): Promise<void> {
  const scope = { workspaceId, actor: 'echolot' }
  const row = await database.readWorkspace(scope, mailboxRow)
  if (!row) return
  const access = accessOf(row, workspaceId, settings.secret)
  const house = {
    secret: settings.secret,
    workspaceId,
    host: new URL(settings.publicUrl).hostname,
    checker: row.checker,
  }
  const place = { uidValidity: row.uid_validity, lastUid: row.last_uid }
  let failed = false
  try {
    if (!access) throw new MailboxProblem('sign_in')
    const rules = { insideHosts: settings.insideHosts }
    const reached = await readNewMails(access, rules, { place, now: clock() }, async ({ uid, source }) => {
      try {
        // What a server says about a mail that came back is no reply of a person.
        if ((await delivery.recordBounceMail({ database, settings, clock }, source)) !== 'no_report') return
        const mail = await readMailReply(source, house)
        await database.inWorkspace(scope, tx => takeMail(tx, mail, clock()))
      } catch (error) {
        failed = true
        log.error({ err: error, uid, workspaceId }, 'a reply could not be taken')
      }
    })
    await database.inWorkspace({ ...scope, quiet: true }, tx => recordReading(tx, failed ? null : reached, null))
  } catch (error) {
    if (!(error instanceof MailboxProblem)) throw error
    log.warn({ err: error, workspaceId }, 'a mailbox could not be read')
    await database.inWorkspace({ ...scope, quiet: true }, tx => recordReading(tx, null, error.kind))
  }
}
