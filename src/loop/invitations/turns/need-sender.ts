import type { Reader } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { type AskingChannel, Refusal } from '../../../vocabulary/index.ts'
import { readSending } from '../../messages/index.ts'

/** Refuses what would send without saying from whom, or texts that nobody would carry while mails leave for real. */
export async function needSender(reader: Reader, channel: AskingChannel, settings: Tools['settings']): Promise<void> {
  const { senderAddress, imprint, caught, textsLeave } = await readSending(reader, settings)
  if (!senderAddress && channel !== 'sms') throw new Refusal('sender_missing')
  if (!imprint) throw new Refusal('imprint_missing')
  if (channel === 'sms' && !caught && !textsLeave) throw new Refusal('text_provider_missing')
}
