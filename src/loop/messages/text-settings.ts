import type { SmsProviderName } from '../../channels/index.ts'
import type { Reader } from '../../platform/database/index.ts'
import { openSecret } from '../../platform/secrets/index.ts'
import { textRow } from './queries/text-settings.ts'

/** Through which provider a workspace sends texts, with its passwords opened. */
export type TextSettings = {
  provider: SmsProviderName
  settings: Record<string, unknown>
  country: string | null
  twoWay: boolean
}

/** Where the passwords of a workspace's provider stand; sealed for another place they do not open. */
export const textSecretsPlace = (workspaceId: string): string => `channel_settings/${workspaceId}/sms`

/** The settings of a workspace that can send texts; null when it cannot. */
export async function textSettings(reader: Reader, workspaceId: string, secret: string): Promise<TextSettings | null> {
  const row = await textRow(reader)
  if (!row) return null
  const sealed = row.secrets ? openSecret(secret, textSecretsPlace(workspaceId), row.secrets) : '{}'
  return {
    provider: row.provider as SmsProviderName,
    // Passwords that do not open (another secret of the installation) leave settings that the provider's shape refuses.
    settings: { ...(row.settings as object), ...JSON.parse(sealed ?? '{}') },
    country: row.country,
    twoWay: row.two_way,
  }
}
