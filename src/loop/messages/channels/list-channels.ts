import { shelf } from '../../../channels/index.ts'
import type { Language } from '../../../languages/index.ts'
import type { Reader } from '../../../platform/database/index.ts'
import type { Settings } from '../../../platform/settings.ts'
import type { ChannelLine } from '../../../vocabulary/index.ts'
import { sendingRow } from '../queries/lists.ts'
import { textRow } from '../queries/text-settings.ts'

type House = Pick<Settings, 'smtpUrl' | 'demo'>

/** Every way to reach people, and whether it works here. */
export async function listChannels(
  reader: Reader,
  house: House,
  language: Language,
): Promise<{ items: ChannelLine[] }> {
  const kinds = (await Promise.all(Object.values(shelf).map(load => load()))).map(one => one.default)
  const states = { email: await mailState(reader, house), sms: await textState(reader, house) }
  const items = kinds.map(
    ({ name, label, lead, way }): ChannelLine => ({
      channel: name,
      label: label[language],
      lead: lead[language],
      way,
      state: name === 'email' || name === 'sms' ? states[name] : 'ready',
    }),
  )
  // What Echolot itself sends comes first.
  return { items: items.sort((a, b) => b.way.localeCompare(a.way) || a.channel.localeCompare(b.channel)) }
}

async function mailState(reader: Reader, { smtpUrl, demo }: House): Promise<ChannelLine['state']> {
  if (!smtpUrl || demo) return 'caught'
  return (await sendingRow(reader)).paused_at ? 'paused' : 'ready'
}

async function textState(reader: Reader, { demo }: House): Promise<ChannelLine['state']> {
  const row = await textRow(reader)
  if (!row || demo) return 'caught'
  return row.paused_at ? 'paused' : 'ready'
}
