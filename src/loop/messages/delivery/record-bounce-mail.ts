import { readBounce, readReturnPath } from '../../../platform/mail/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { reportedMessage, workspacesByPrefix } from './queries/reports.ts'
import { recordReport } from './record-report.ts'

/** What a mail to the bounce mailbox was: a report that counts, one told before, one about no message of ours, or no report at all. */
export type BounceFate = 'recorded' | 'known' | 'foreign' | 'no_report'

/** Takes a mail from the mailbox that bounces go to; only a return path that we made changes anything (case M4). */
export async function recordBounceMail(
  tools: Pick<Tools, 'database' | 'settings' | 'clock'>,
  raw: Buffer,
  envelopeTo: string[] = [],
): Promise<BounceFate> {
  const bounce = readBounce(raw)
  if (!bounce || bounce.kind === 'delayed') return 'no_report'
  const { kind, status, words } = bounce
  for (const address of [...envelopeTo, ...bounce.sentTo]) {
    const tag = readReturnPath(tools.settings.secret, address)
    if (!tag) continue
    for (const workspaceId of await workspacesByPrefix(tools.database, tag.ownerPrefix)) {
      const fate = await tools.database.inWorkspace({ workspaceId, actor: 'mailbox' }, async tx => {
        const message = await reportedMessage(tx, tag.messageId)
        if (!message) return null
        const sourceId = `${message.messageId} ${kind}`
        const report = { ...message, kind, source: 'mailbox' as const, sourceId, status, words }
        return (await recordReport(tx, report, tools.clock())) ? ('recorded' as const) : ('known' as const)
      })
      if (fate) return fate
    }
  }
  return 'foreign'
}
