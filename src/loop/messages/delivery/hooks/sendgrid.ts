import { createPublicKey, verify } from 'node:crypto'
import { jsonOf, type ProviderHook, statusIn, textOf } from './provider-hook.ts'

const SIGNATURE = 'x-twilio-email-event-webhook-signature'
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp'

/** SendGrid signs timestamp and body with its own key (ECDSA P-256); ours is the public half from its settings. */
export const sendgrid: ProviderHook = {
  verify: async ({ header, body }, { key }) => {
    const [signature, timestamp] = [header(SIGNATURE), header(TIMESTAMP)]
    if (!key || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false
    try {
      return verify(
        'sha256',
        Buffer.concat([Buffer.from(timestamp), body]),
        sendgridKey(key),
        Buffer.from(signature, 'base64'),
      )
    } catch {
      return false
    }
  },
  read: ({ body }) => ({
    reports: jsonOf(body).flatMap(event => {
      const words = textOf(event, 'reason') ?? textOf(event, 'response')
      const kind = kindOf(textOf(event, 'event'), textOf(event, 'type'), words)
      const sourceId = textOf(event, 'sg_event_id')
      if (!kind || !sourceId) return []
      return {
        kind,
        sourceId,
        recipient: textOf(event, 'email'),
        names: [textOf(event, 'smtp-id') ?? ''],
        providerId: textOf(event, 'sg_message_id')?.split('.')[0] ?? null,
        status: statusIn(textOf(event, 'status'), words),
        words,
      }
    }),
  }),
}

/** The public key as SendGrid shows it; throws on anything else. */
export function sendgridKey(base64: string) {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType !== 'ec') throw new Error('not a key of SendGrid')
  return key
}

function kindOf(event: string | null, type: string | null, words: string | null) {
  switch (event) {
    case 'delivered':
      return 'delivered' as const
    case 'spamreport':
      return 'complaint' as const
    case 'bounce':
      return type === 'blocked' ? ('soft_bounce' as const) : ('hard_bounce' as const)
    // Not even tried, because of what happened before.
    case 'dropped':
      if (/spam report/i.test(words ?? '')) return 'complaint' as const
      return /bounced address|invalid/i.test(words ?? '') ? ('hard_bounce' as const) : ('soft_bounce' as const)
    default:
      return null
  }
}
