import { type AnySmsProvider, SMS_PROVIDERS, smsProvider } from '../../../channels/index.ts'
import type { Language } from '../../../languages/index.ts'
import type { Reader } from '../../../platform/database/index.ts'
import type { Settings } from '../../../platform/settings.ts'
import type { TextChannel, TextProvider } from '../../../vocabulary/index.ts'
import { hookAddress } from '../message-links.ts'
import { textRow } from '../queries/text-settings.ts'
import { textSettings } from '../text-settings.ts'

/** Who asks, and in which language. */
export type Asking = { workspaceId: string; language: Language }

/** Through which provider texts leave, and what the others would need to know. */
export async function readTextChannel(
  reader: Reader,
  { workspaceId, language }: Asking,
  house: Pick<Settings, 'secret' | 'publicUrl'>,
): Promise<TextChannel> {
  const row = await textRow(reader)
  const opened = await textSettings(reader, workspaceId, house.secret)
  const providers = await Promise.all(SMS_PROVIDERS.map(smsProvider))
  const shown = Object.entries(row?.settings ?? {}).map(([name, value]) => [name, String(value)])
  const chosen = providers.find(provider => provider.name === row?.provider)
  return {
    provider: row?.provider ?? null,
    settings: Object.fromEntries(shown),
    secrets: Object.keys(opened?.settings ?? {}).filter(name => chosen?.fields[name]?.secret),
    country: row?.country ?? null,
    twoWay: row?.two_way ?? false,
    hookUrl: house.publicUrl.startsWith('https:') ? hookAddress(house, workspaceId) : null,
    heardAt: row?.heard_at?.toISOString() ?? null,
    pausedAt: row?.paused_at?.toISOString() ?? null,
    pausedReply: row?.paused_reply ?? null,
    providers: providers.map(provider => inWords(provider, language)),
  }
}

const inWords = ({ name, label, fields }: AnySmsProvider, language: Language): TextProvider => ({
  name,
  label: label[language],
  fields: Object.entries(fields).map(([field, { label, hint, secret, lines, choices, optional }]) => ({
    name: field,
    label: label[language],
    hint: hint?.[language] ?? null,
    secret: secret ?? false,
    lines: lines ?? 1,
    choices: [...(choices ?? [])],
    optional: optional ?? false,
  })),
})
