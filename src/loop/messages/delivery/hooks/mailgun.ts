import { createHmac, timingSafeEqual } from 'node:crypto'
import { jsonOf, type ProviderHook, statusIn, textOf, within } from './provider-hook.ts'

/** Mailgun signs timestamp and token with the webhook signing key (HMAC-SHA256, in the body itself). */
export const mailgun: ProviderHook = {
  verify: async ({ body }, { key }) => {
    const [call] = jsonOf(body)
    const signature = within(call, 'signature')
    const [timestamp, token, given] = [
      textOf(signature, 'timestamp'),
      textOf(signature, 'token'),
      textOf(signature, 'signature'),
    ]
    if (!key || !timestamp || !token || !given || !/^[0-9a-f]{64}$/i.test(given)) return false
    const wanted = createHmac('sha256', key)
      .update(timestamp + token)
      .digest()
    return timingSafeEqual(wanted, Buffer.from(given, 'hex'))
  },
  read: ({ body }) => ({
    reports: jsonOf(body).flatMap(call => {
      const event = within(call, 'event-data')
      const kind = kindOf(textOf(event, 'event'), textOf(event, 'severity'), textOf(event, 'reason'))
      const sourceId = textOf(event, 'id')
      if (!kind || !sourceId) return []
      const delivery = within(event, 'delivery-status')
      const words = textOf(delivery, 'message') || textOf(delivery, 'description')
      return {
        kind,
        sourceId,
        recipient: textOf(event, 'recipient'),
        names: [textOf(within(event, 'message', 'headers'), 'message-id') ?? ''],
        providerId: null,
        status: statusIn(textOf(delivery, 'enhanced-code'), words),
        words,
      }
    }),
  }),
}

function kindOf(event: string | null, severity: string | null, reason: string | null) {
  if (event === 'delivered') return 'delivered' as const
  if (event === 'complained') return 'complaint' as const
  if (event !== 'failed') return null
  if (reason === 'suppress-complaint') return 'complaint' as const
  return severity === 'permanent' && reason !== 'espblock' && reason !== 'old'
    ? ('hard_bounce' as const)
    : ('soft_bounce' as const)
}
