import { textNumber } from '../../platform/phone.ts'
import { addressKey } from '../../platform/secrets/index.ts'

/** Where a person can be reached; a number is read as in `phoneCountry`. */
type Contacts = { email: string | null; phone: string | null; phoneCountry: string | null }
/** An address of a person with the key under which objections to it stand. */
export type KnownAddress = { channel: 'email' | 'sms'; address: string; key: Buffer }

/** The addresses of a person by which mail and texts reach them. */
export function addressesWithKeys({ email, phone, phoneCountry }: Contacts, secret: string): KnownAddress[] {
  const known = { email, sms: phone && textNumber(phone, phoneCountry) }
  return (['email', 'sms'] as const).flatMap(channel => {
    const address = known[channel]
    return address ? [{ channel, address, key: addressKey(secret, channel, address) }] : []
  })
}

/** The address of one channel, where there is one. */
export const addressBy = (channel: KnownAddress['channel'], person: Contacts, secret: string) =>
  addressesWithKeys(person, secret).find(known => known.channel === channel)
