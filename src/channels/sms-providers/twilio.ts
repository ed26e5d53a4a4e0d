import { z } from 'zod'
import {
  addressField,
  baseAddress,
  formBody,
  isSigned,
  jsonOf,
  parametersOf,
  receipt,
  received,
  SmsSecret,
  SmsSender,
  senderField,
  textOf,
} from '../sms-parts.ts'
import type { HookCall, HookNews, SmsProvider, SmsReading } from '../sms-provider.ts'

const settings = z.strictObject({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-f]{32}$/, 'begins with AC and has 34 signs'),
  authToken: SmsSecret,
  from: z.union([
    SmsSender,
    z
      .string()
      .trim()
      .regex(/^MG[0-9a-f]{32}$/),
  ]),
  address: baseAddress('https://api.twilio.com'),
})

/** Twilio, Programmable Messaging (2010-04-01): one POST per text, calls signed by X-Twilio-Signature. */
const twilio: SmsProvider<typeof settings> = {
  name: 'twilio',
  label: { en: 'Twilio', de: 'Twilio', fi: 'Twilio' },
  settings,
  fields: {
    accountSid: { label: { en: 'Account SID', de: 'Account-SID', fi: 'Account SID' } },
    authToken: { label: { en: 'Auth token', de: 'Auth-Token', fi: 'Auth token' }, secret: true },
    from: senderField,
    address: addressField,
  },
  request: ({ accountSid, authToken, from, address }, { to, text, messageId, hookUrl }) => {
    const sender: Record<string, string> = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }
    const told: Record<string, string> = hookUrl ? { StatusCallback: `${hookUrl}?message=${messageId}` } : {}
    const { headers, body } = formBody({ To: to, ...sender, Body: text, ...told })
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
    const url = `${address}/2010-04-01/Accounts/${accountSid}/Messages.json`
    return { method: 'POST', url, headers: { ...headers, authorization, accept: 'application/json' }, body }
  },
  read: ({ status, body }) => {
    const said = jsonOf(body)
    if (status === 201 && said) return { taken: true, providerId: textOf(said.sid) || 'accepted 201' }
    return said && status >= 400 && status < 500 ? refusal(textOf(said.code), textOf(said.message)) : null
  },
  hook: ({ authToken }, call) => (isFromTwilio(authToken, call) ? newsOf(parametersOf(call)) : null),
}
export default twilio

// 21610: the person said STOP to this sender. 21211, 21217, 21614: no such mobile number.
const MEANING: Record<string, Extract<SmsReading, { taken: false }>['verdict']> = {
  21610: 'objected',
  21211: 'address_unknown',
  21217: 'address_unknown',
  21614: 'address_unknown',
  20003: 'sender_refused',
  21606: 'sender_refused',
  21212: 'sender_refused',
  20429: 'busy',
}

function refusal(code: string, message: string): SmsReading | null {
  const verdict = MEANING[code]
  return verdict ? { taken: false, verdict, words: `${code} ${message}`.trim() } : null
}

/** HMAC-SHA1 of the address and the sorted fields of the form, keyed by the auth token. */
function isFromTwilio(secret: string, { url, body, headers }: HookCall): boolean {
  const fields = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const content = url + fields.map(([name, value]) => name + value).join('')
  return isSigned(headers.get('x-twilio-signature'), { secret, content, hash: 'sha1', encoding: 'base64' })
}

const OUTCOMES: Record<string, 'delivered' | 'failed'> = {
  delivered: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
}
const UNKNOWN_NUMBERS = ['30005', '30006']

function newsOf(said: Record<string, string>): HookNews[] {
  const { MessageStatus, MessageSid = '', ErrorCode = '', From = '', Body, message = '' } = said
  const outcome = OUTCOMES[MessageStatus ?? '']
  if (outcome) {
    const unknown = outcome === 'failed' && UNKNOWN_NUMBERS.includes(ErrorCode)
    const ids = { ours: message, theirs: MessageSid }
    return receipt(ids, unknown ? 'unknown_number' : outcome, `${MessageStatus} ${ErrorCode}`)
  }
  return Body !== undefined && !MessageStatus ? received(MessageSid, From, Body) : []
}
