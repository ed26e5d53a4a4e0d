import type { Reader } from '../../../platform/database/index.ts'
import { textNumber } from '../../../platform/phone.ts'
import { addressKey } from '../../../platform/secrets/index.ts'
import { textRow } from '../queries/text-settings.ts'

/** How addresses that somebody types become keys: a number is read as texts are sent to it, by the country of the channel. */
export async function keysOfAddresses(reader: Reader, secret: string) {
  const country = (await textRow(reader))?.country
  return (channel: 'email' | 'sms', address: string): Buffer =>
    addressKey(secret, channel, channel === 'sms' ? textNumber(address, country) : address)
}
