import { z } from 'zod'
import type { Reader, Tx } from '../../platform/database/index.ts'
import type { Settings } from '../../platform/settings.ts'
import { ZONES_VERSION } from '../../platform/zone-clock.ts'
import { ContactRules, EmailAddress, type Sending } from '../../vocabulary/index.ts'
import { rulesOf } from './queries/gate.ts'
import { sendingRow } from './queries/lists.ts'
import { upsertSending } from './queries/settings.ts'
import { textRow } from './queries/text-settings.ts'

/** What a workspace decides about its sends; `paused: false` lets a paused sender go on. */
export const SendingChange = z.strictObject({
  contactLimit: z.number().int().min(1).max(50).optional(),
  contactDays: z.number().int().min(1).max(365).optional(),
  rules: ContactRules.optional(),
  replyTo: EmailAddress.nullish(),
  paused: z.boolean().optional(),
})

/** Where mails go, whether they may, and how often a person may be asked. */
export async function readSending(reader: Reader, settings: Pick<Settings, 'smtpUrl' | 'demo'>): Promise<Sending> {
  const row = await sendingRow(reader)
  return {
    caught: settings.smtpUrl === null || settings.demo,
    textsLeave: (await textRow(reader)) !== undefined,
    heldReason: row.sending_held_at ? (row.sending_held_reason ?? '') : null,
    pausedAt: row.paused_at?.toISOString() ?? null,
    pausedReason: row.paused_reason,
    pausedReply: row.paused_reply,
    contactLimit: row.contact_limit ?? 1,
    contactDays: row.contact_days ?? 30,
    rules: rulesOf(row.contact_rules),
    zonesVersion: ZONES_VERSION,
    senderName: row.sender_name,
    senderAddress: row.sender_address,
    replyTo: row.reply_to,
    imprint: row.imprint,
  }
}

/** Changes limits and reply address, pauses sending or lets it go on. */
export async function changeSending(
  tx: Tx,
  change: z.output<typeof SendingChange>,
  settings: Pick<Settings, 'smtpUrl' | 'demo'>,
): Promise<Sending> {
  await upsertSending(tx, change)
  return readSending(tx, settings)
}
