import { z } from 'zod'
import {
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
  servicePlanId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{4,64}$/),
  apiToken: SmsSecret,
  webhookSecret: SmsSecret.optional(),
  from: SmsSender,
  address: baseAddress('https://eu.sms.api.sinch.com'),
})

/** Sinch, SMS REST API (xms/v1): a batch of one per text; calls signed by x-sinch-webhook-signature. */
const sinch: SmsProvider<typeof settings> = {
  name: 'sinch',
  label: { en: 'Sinch', de: 'Sinch', fi: 'Sinch' },
  settings,
  fields: {
    servicePlanId: { label: { en: 'Service plan ID', de: 'Service-Plan-ID', fi: 'Service plan -tunnus' } },
    apiToken: { label: { en: 'API token', de: 'API-Token', fi: 'API-tunnus' }, secret: true },
    webhookSecret: {
      label: { en: 'Secret of callbacks', de: 'Geheimnis der Rückrufe', fi: 'Takaisinkutsujen salaisuus' },
      secret: true,
      optional: true,
    },
    from: senderField,
    address: {
      label: { en: 'Region', de: 'Region', fi: 'Alue' },
      hint: {
        en: 'https://eu.sms.api.sinch.com or https://us.sms.api.sinch.com.',
        de: 'https://eu.sms.api.sinch.com oder https://us.sms.api.sinch.com.',
        fi: 'https://eu.sms.api.sinch.com tai https://us.sms.api.sinch.com.',
      },
      optional: true,
    },
  },
  request: ({ servicePlanId, apiToken, from, address }, { to, text, messageId, hookUrl }) => {
    const told = hookUrl ? { callback_url: hookUrl, delivery_report: 'per_recipient' } : {}
    const plain = { from: from.replace(/^\+/, ''), to: [to.slice(1)], body: text, client_reference: messageId }
    const { headers, body } = jsonBody({ ...plain, ...told })
    const url = `${address}/xms/v1/${servicePlanId}/batches`
    return { method: 'POST', url, headers: { ...headers, authorization: `Bearer ${apiToken}` }, body }
  },
  read: ({ status, body }) => {
    const said = jsonOf(body)
    if (status === 201 && said) return { taken: true, providerId: textOf(said.id) || 'accepted 201' }
    if (status !== 400 && status !== 403) return null
    const words = `${textOf(said?.code)} ${textOf(said?.text)}`.trim()
    const number = textOf(said?.code) === 'syntax_invalid_parameter_format' && /\bto\b/.test(textOf(said?.text))
    return { taken: false, verdict: number ? 'address_unknown' : status === 403 ? 'sender_refused' : 'refused', words }
  },
  hook: ({ webhookSecret }, call) => (webhookSecret && isFromSinch(webhookSecret, call) ? newsOf(call.body) : null),
}
export default sinch

/** HMAC-SHA256 of `body.nonce.moment` in base 64. */
function isFromSinch(secret: string, { headers, body, at }: HookCall): boolean {
  const moment = headers.get('x-sinch-webhook-signature-timestamp')
  const content = `${body}.${headers.get('x-sinch-webhook-signature-nonce')}.${moment}`
  const given = headers.get('x-sinch-webhook-signature')
  return isSigned(given, { secret, content, hash: 'sha256', encoding: 'base64' }) && isRecent(moment, at)
}

const OUTCOMES: Record<string, 'delivered' | 'failed' | 'unknown_number'> = {
  Delivered: 'delivered',
  Failed: 'failed',
  Aborted: 'failed',
  Rejected: 'failed',
  Expired: 'failed',
}
/** Unknown subscriber. */
const NOBODY = '406'

function newsOf(body: string): HookNews[] {
  const said = jsonOf(body)
  if (!said) return []
  if (said.type === 'mo_text') {
    return received(textOf(said.id), numberOf(textOf(said.from)), textOf(said.body))
  }
  const outcome = OUTCOMES[textOf(said.status)]
  if (said.type !== 'recipient_delivery_report_sms' || !outcome) return []
  const code = textOf(said.code)
  const ids = { ours: textOf(said.client_reference), theirs: textOf(said.batch_id) }
  return receipt(ids, code === NOBODY ? 'unknown_number' : outcome, `${textOf(said.status)} ${code}`)
}
