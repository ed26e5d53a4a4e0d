import type { Tx } from '../../../../platform/database/index.ts'
import { readReturnPath } from '../../../../platform/mail/index.ts'
import { addressKey } from '../../../../platform/secrets/index.ts'
import { type HookProvider, isEmailAddress } from '../../../../vocabulary/index.ts'
import { knowsAddress, messageByReply, type ReportedMessage, reportedMessage } from '../queries/reports.ts'
import { recordReport } from '../record-report.ts'
import type { HookReport } from './provider-hook.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** Writes what a provider proved to have said; about mails that are not ours it says nothing to us, unless we know the address. */
export async function recordHookReport(
  tx: Tx,
  provider: HookProvider,
  report: HookReport,
  secret: string,
  at: Date,
): Promise<boolean> {
  const { kind, sourceId, status, words } = report
  const known = { kind, sourceId, status, words, source: provider }
  const recipient = report.recipient && isEmailAddress(report.recipient) ? report.recipient : null
  const key = recipient ? addressKey(secret, 'email', recipient) : null
  const message = await messageOf(tx, report, key, secret)
  if (message) return recordReport(tx, { ...message, ...known }, at)
  // The same account may serve other systems: that an address is gone, or its owner annoyed, is true all the same.
  if (!key || kind === 'delivered' || kind === 'soft_bounce' || !(await knowsAddress(tx, 'email', key))) return false
  return recordReport(tx, { messageId: null, channel: 'email', addressKey: key, ...known }, at)
}

async function messageOf(
  tx: Tx,
  { names, providerId }: HookReport,
  key: Buffer | null,
  secret: string,
): Promise<ReportedMessage | null> {
  for (const name of names) {
    const id = readReturnPath(secret, name)?.messageId ?? name.match(UUID)?.[0]
    const message = id ? await reportedMessage(tx, id.toLowerCase()) : null
    if (message) return message
  }
  return key && providerId && providerId.length >= 8 ? messageByReply(tx, key, providerId) : null
}
