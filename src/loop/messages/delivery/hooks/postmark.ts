import { createHash, timingSafeEqual } from 'node:crypto'
import { jsonOf, type ProviderHook, statusIn, textOf, within } from './provider-hook.ts'

/** Bounces of Postmark that mean that the address is gone. */
const HARD = ['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated', 'AddressChange']

/** Postmark signs nothing: the secret in the address proves it, and a user with password where one was set. */
export const postmark: ProviderHook = {
  verify: async ({ header }, { key }) => {
    if (!key) return true
    const given = header('authorization')?.match(/^Basic ([A-Za-z0-9+/=]+)$/)?.[1] ?? ''
    return timingSafeEqual(digest(Buffer.from(given, 'base64')), digest(Buffer.from(key)))
  },
  read: ({ body }) => ({
    reports: jsonOf(body).flatMap(event => {
      const record = textOf(event, 'RecordType')
      const kind = kindOf(record, textOf(event, 'Type'))
      const mailId = textOf(event, 'MessageID')
      if (!kind || !mailId) return []
      const words = textOf(event, 'Details') ?? textOf(event, 'Description')
      return {
        kind,
        sourceId: `${record} ${textOf(event, 'ID') ?? mailId}`,
        recipient: textOf(event, 'Email') ?? textOf(event, 'Recipient'),
        names: [textOf(within(event, 'Metadata'), 'reference') ?? ''],
        providerId: mailId,
        status: statusIn(words),
        words,
      }
    }),
  }),
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

function kindOf(record: string | null, type: string | null) {
  if (record === 'Delivery') return 'delivered' as const
  if (record === 'SpamComplaint') return 'complaint' as const
  if (record !== 'Bounce' || type === 'AutoResponder' || type === 'OpenRelayTest') return null
  if (type === 'SpamComplaint') return 'complaint' as const
  return HARD.includes(type ?? '') ? ('hard_bounce' as const) : ('soft_bounce' as const)
}
