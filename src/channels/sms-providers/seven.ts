import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ChannelVerdict } from '../channel.ts'
import {
  addressField,
  baseAddress,
  isRecent,
  isSigned,
  jsonBody,
  jsonOf,
  numberOf,
  receipt,
  received,
  SmsSecret,
  SmsSender,
  senderField,
  textOf,
} from '../sms-parts.ts'
import type { HookCall, HookNews, SmsProvider } from '../sms-provider.ts'

const settings = z.strictObject({
  apiKey: SmsSecret,
  signingSecret: SmsSecret.optional(),
  from: SmsSender,
  address: baseAddress('https://gateway.seven.io'),
})

/** seven.io: one POST per text; the reply has a code of its own beside the status; calls signed by X-Signature. */
const seven: SmsProvider<typeof settings> = {
  name: 'seven',
  label: { en: 'seven', de: 'seven', fi: 'seven' },
  settings,
  fields: {
    apiKey: { label: { en: 'API key', de: 'API-Schlüssel', fi: 'API-avain' }, secret: true },
    signingSecret: {
      label: {
        en: 'Signing secret of webhooks',
        de: 'Signaturschlüssel der Webhooks',
        fi: 'Webhookien allekirjoitusavain',
      },
      secret: true,
      optional: true,
    },
    from: senderField,
    address: addressField,
  },
  request: ({ apiKey, from, address }, { to, text, messageId }) => {
    const { headers, body } = jsonBody({ to, from, text, foreign_id: messageId })
    const url = `${address}/api/sms`
    return { method: 'POST', url, headers: { ...headers, 'x-api-key': apiKey, accept: 'application/json' }, body }
  },
  read: ({ status, body }) => {
    const said = jsonOf(body)
    const code = said ? textOf(said.success) : body.trim()
    if (status !== 200 || !/^\d{3}$/.test(code)) return null
    const message = firstOf(said?.messages)
    if (code === '100' && message?.success !== false)
      return { taken: true, providerId: textOf(message?.id) || 'accepted 100' }
    const words = `${code} ${textOf(message?.error_text)}`.trim()
    return { taken: false, verdict: MEANING[textOf(message?.error) || code] ?? MEANING[code] ?? 'refused', words }
  },
  hook: ({ signingSecret }, call) => (signingSecret && isFromSeven(signingSecret, call) ? newsOf(call.body) : null),
}
export default seven

// 202: not a number. 403, 402: limits of the account. 500: no credit. 900 to 903: key or right missing.
const MEANING: Record<string, ChannelVerdict> = {
  201: 'sender_refused',
  202: 'address_unknown',
  402: 'busy',
  403: 'busy',
  500: 'sender_refused',
  600: 'no_reply',
  700: 'no_reply',
  900: 'sender_refused',
  901: 'sender_refused',
  902: 'sender_refused',
  903: 'sender_refused',
}

type Content = Record<string, unknown>
const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null
const firstOf = (list: unknown): Content | null => (Array.isArray(list) && isContent(list[0]) ? list[0] : null)

/** HMAC-SHA256 over moment, nonce, method, address and the MD5 of the body, one below the other. */
function isFromSeven(secret: string, { method, url, headers, body, at }: HookCall): boolean {
  const [moment, nonce] = [headers.get('x-timestamp'), headers.get('x-nonce')]
  const digest = createHash('md5').update(body).digest('hex')
  const content = [moment, nonce, method, url, digest].join('\n')
  const signed = isSigned(headers.get('x-signature'), { secret, content, hash: 'sha256', encoding: 'hex' })
  return signed && isRecent(moment, at)
}

const OUTCOMES: Record<string, 'delivered' | 'failed'> = {
  DELIVERED: 'delivered',
  NOTDELIVERED: 'failed',
  REJECTED: 'failed',
  FAILED: 'failed',
  EXPIRED: 'failed',
}

function newsOf(body: string): HookNews[] {
  const said = jsonOf(body)
  const told = said?.data
  if (!said || !isContent(told)) return []
  if (said.webhook_event === 'sms_mo') {
    return received(textOf(told.id), numberOf(textOf(told.sender)), textOf(told.text))
  }
  const outcome = OUTCOMES[textOf(told.status)]
  if (said.webhook_event !== 'dlr' || !outcome) return []
  return receipt({ ours: textOf(told.foreign_id), theirs: textOf(told.msg_id) }, outcome, textOf(told.status))
}
