import { z } from 'zod'
import type { ChannelVerdict } from '../channel.ts'
import {
  addressField,
  baseAddress,
  formBody,
  isRecent,
  isSigned,
  jsonOf,
  numberOf,
  parametersOf,
  receipt,
  received,
  SmsSecret,
  SmsSender,
  senderField,
  textOf,
} from '../sms-parts.ts'
import type { HookNews, SmsProvider } from '../sms-provider.ts'

const settings = z.strictObject({
  apiKey: z.string().trim().min(4).max(100),
  apiSecret: SmsSecret,
  signatureSecret: SmsSecret.optional(),
  from: SmsSender,
  address: baseAddress('https://rest.nexmo.com'),
})

/** Vonage, SMS API: one form per text; the status stands in the reply; calls signed by `sig` (SHA-256 HMAC). */
const vonage: SmsProvider<typeof settings> = {
  name: 'vonage',
  label: { en: 'Vonage', de: 'Vonage', fi: 'Vonage' },
  settings,
  fields: {
    apiKey: { label: { en: 'API key', de: 'API-Schlüssel', fi: 'API-avain' } },
    apiSecret: { label: { en: 'API secret', de: 'API-Geheimnis', fi: 'API-salaisuus' }, secret: true },
    signatureSecret: {
      label: { en: 'Signature secret', de: 'Signaturschlüssel', fi: 'Allekirjoitusavain' },
      hint: {
        en: 'Choose SHA-256 HMAC as the method at the provider.',
        de: 'Beim Anbieter als Verfahren SHA-256 HMAC wählen.',
        fi: 'Valitse palveluntarjoajalla menetelmäksi SHA-256 HMAC.',
      },
      secret: true,
      optional: true,
    },
    from: senderField,
    address: addressField,
  },
  request: ({ apiKey, apiSecret, from, address }, { to, text, messageId, hookUrl }) => {
    const plain = { to: to.slice(1), from: from.replace(/^\+/, ''), text, type: 'unicode', 'client-ref': messageId }
    const told: Record<string, string> = hookUrl ? { callback: hookUrl } : {}
    const { headers, body } = formBody({ api_key: apiKey, api_secret: apiSecret, ...plain, ...told })
    return { method: 'POST', url: `${address}/sms/json`, headers: { ...headers, accept: 'application/json' }, body }
  },
  read: ({ status, body }) => {
    const messages = jsonOf(body)?.messages
    const first: unknown = Array.isArray(messages) ? messages[0] : null
    if (status !== 200 || typeof first !== 'object' || first === null) return null
    const said = first as Record<string, unknown>
    const code = textOf(said.status)
    if (code === '0') return { taken: true, providerId: textOf(said['message-id']) || 'accepted 0' }
    const words = `${code} ${textOf(said['error-text'])}`.trim()
    return { taken: false, verdict: MEANING[code] ?? 'refused', words }
  },
  hook: ({ signatureSecret }, call) => {
    const said = parametersOf(call)
    return signatureSecret && isFromVonage(signatureSecret, said) && isRecent(said.timestamp ?? null, call.at)
      ? newsOf(said)
      : null
  },
}
export default vonage

const MEANING: Record<string, ChannelVerdict> = {
  1: 'busy',
  4: 'sender_refused',
  5: 'no_reply',
  7: 'address_unknown',
  8: 'sender_refused',
  9: 'sender_refused',
  14: 'sender_refused',
  15: 'sender_refused',
  29: 'sender_refused',
}

/** Every field but `sig`, sorted, as `&name=value` with & and = inside them as _, keyed by the signature secret. */
function isFromVonage(secret: string, said: Record<string, string>): boolean {
  const flat = (text: string) => text.replaceAll(/[&=]/g, '_')
  const names = Object.keys(said)
    .filter(name => name !== 'sig')
    .sort()
  const content = names.map(name => `&${flat(name)}=${flat(said[name] ?? '')}`).join('')
  return isSigned(said.sig ?? null, { secret, content, hash: 'sha256', encoding: 'hex' })
}

const OUTCOMES: Record<string, 'delivered' | 'failed'> = {
  delivered: 'delivered',
  failed: 'failed',
  rejected: 'failed',
  expired: 'failed',
}
/** "Absent subscriber, permanent": the number is no longer in service. */
const GONE = '2'

function newsOf(said: Record<string, string>): HookNews[] {
  const { messageId = '', status = '', msisdn = '', text } = said
  const outcome = OUTCOMES[status]
  if (outcome) {
    const unknown = outcome === 'failed' && said['err-code'] === GONE
    const ids = { ours: said['client-ref'] ?? '', theirs: messageId }
    return receipt(ids, unknown ? 'unknown_number' : outcome, `${status} ${said['err-code'] ?? ''}`)
  }
  return text !== undefined && msisdn ? received(messageId, numberOf(msisdn), text) : []
}
