import type { Reader, Tx } from '../../../../platform/database/index.ts'
import { randomToken, sealSecret, tokenHash } from '../../../../platform/secrets/index.ts'
import type { Settings } from '../../../../platform/settings.ts'
import { type HookProvider, type MailHook, Refusal } from '../../../../vocabulary/index.ts'
import { deleteHook, hookRows, upsertHook } from '../queries/hooks.ts'
import { sendgridKey } from './sendgrid.ts'

/** Where the key of a provider is sealed: it opens in its own row alone. */
export const hookPlace = (workspaceId: string, provider: string): string => `mail_hooks/${workspaceId}/${provider}`

/** Providers that report here. */
export async function listHooks(reader: Reader): Promise<MailHook[]> {
  const rows = await hookRows(reader)
  return rows.map(row => ({
    provider: row.provider,
    verified: row.provider === 'ses' || row.verification !== null,
    madeAt: row.made_at.toISOString(),
    heardAt: row.heard_at?.toISOString() ?? null,
    refusedAt: row.refused_at?.toISOString() ?? null,
  }))
}

/** Makes the address to which a provider reports; one that it had before ends. */
export async function makeHook(
  tx: Tx,
  { provider, key }: { provider: HookProvider; key: string | null },
  { workspaceId, settings, at }: { workspaceId: string; settings: Settings; at: Date },
): Promise<MailHook> {
  if (!isUsable(provider, key)) throw new Refusal('hook_key_wrong', { provider })
  const token = randomToken()
  const verification = key ? sealSecret(settings.secret, hookPlace(workspaceId, provider), key) : null
  await upsertHook(tx, { provider, tokenHash: tokenHash(token), verification, at })
  const address = `${settings.publicUrl}/hooks/mail/${provider}/${token}`
  const verified = provider === 'ses' || key !== null
  return { provider, verified, madeAt: at.toISOString(), heardAt: null, refusedAt: null, address }
}

/** Ends the address of a provider. */
export async function endHook(tx: Tx, provider: HookProvider): Promise<void> {
  if (!(await deleteHook(tx, provider))) throw new Refusal('not_found')
}

function isUsable(provider: HookProvider, key: string | null): boolean {
  switch (provider) {
    case 'ses':
      return true
    case 'postmark':
      return key === null || key.includes(':')
    case 'mailgun':
      return key !== null && key.length >= 8
    case 'sendgrid':
      return key !== null && isPublicKey(key)
  }
}

function isPublicKey(text: string): boolean {
  try {
    return sendgridKey(text) !== null
  } catch {
    return false
  }
}
