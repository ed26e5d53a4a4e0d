import { createHash, createHmac } from 'node:crypto'
import type { TextReply, TextRequest } from '../harness/text-server.ts'

/** A call as the provider would make it at our door. */
export type Call = { url: string; headers: Record<string, string>; body: string }

/** How a provider of texts behaves by its documentation: what it expects, replies, refuses, and how it calls back. */
export type ProviderGround = {
  name: string
  settings: (url: string) => Record<string, unknown>
  /** Whether a request is one that the real provider would take. */
  is: (request: TextRequest) => boolean
  reply: Exclude<TextReply, string>
  id: RegExp
  words: (request: TextRequest) => string
  /** Refusals and what they mean. */
  refusals: [TextReply, string][]
  received: (hook: string, from: string, text: string, id: string, at: Date) => Call
  receipt: (hook: string, messageId: string, delivered: boolean, at: Date) => Call
}

const json = (status: number, content: unknown) => ({ status, body: JSON.stringify(content) })
const form = (request: TextRequest) => new URLSearchParams(request.body)
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

const SID = `AC${'1'.repeat(32)}`
const twilioCall = (url: string, fields: Record<string, string>): Call => {
  const content =
    url +
    Object.keys(fields)
      .sort()
      .map(name => name + fields[name])
      .join('')
  const signature = createHmac('sha1', 'twilio-token').update(content).digest('base64')
  return { url, headers: { ...FORM, 'x-twilio-signature': signature }, body: new URLSearchParams(fields).toString() }
}

const twilio: ProviderGround = {
  name: 'twilio',
  settings: address => ({ accountSid: SID, authToken: 'twilio-token', from: '+15005550006', address }),
  is: ({ method, url, headers }) =>
    method === 'POST' &&
    url === `/2010-04-01/Accounts/${SID}/Messages.json` &&
    headers.authorization === `Basic ${Buffer.from(`${SID}:twilio-token`).toString('base64')}`,
  reply: json(201, { sid: 'SM0123', status: 'queued', num_segments: '1', error_code: null }),
  id: /^SM0123$/,
  words: request => form(request).get('Body') ?? '',
  refusals: [
    [json(400, { code: 21610, message: 'Attempt to send to unsubscribed recipient', status: 400 }), 'objected'],
    [json(400, { code: 21211, message: "Invalid 'To' Phone Number", status: 400 }), 'address_unknown'],
    [json(401, { code: 20003, message: 'Authenticate', status: 401 }), 'sender_refused'],
    [json(429, { code: 20429, message: 'Too Many Requests', status: 429 }), 'busy'],
  ],
  received: (hook, From, Body, MessageSid) =>
    twilioCall(hook, { From, Body, MessageSid, To: '+15005550006', NumMedia: '0' }),
  receipt: (hook, messageId, delivered) =>
    twilioCall(`${hook}?message=${messageId}`, {
      MessageSid: 'SM0123',
      MessageStatus: delivered ? 'delivered' : 'undelivered',
      ...(delivered ? {} : { ErrorCode: '30005' }),
    }),
}

const sevenCall = (url: string, content: unknown, at: Date): Call => {
  const body = JSON.stringify(content)
  const signed = [seconds(at), 'nonce-1', 'POST', url, createHash('md5').update(body).digest('hex')].join('\n')
  const signature = createHmac('sha256', 'seven-signing').update(signed).digest('hex')
  return {
    url,
    headers: { ...JSON_TYPE, 'x-timestamp': seconds(at), 'x-nonce': 'nonce-1', 'x-signature': signature },
    body,
  }
}

const seven: ProviderGround = {
  name: 'seven',
  settings: address => ({ apiKey: 'seven-key', signingSecret: 'seven-signing', from: 'Nordwind', address }),
  is: ({ method, url, headers }) => method === 'POST' && url === '/api/sms' && headers['x-api-key'] === 'seven-key',
  reply: json(200, {
    success: '100',
    total_price: 0.075,
    messages: [{ id: '77229135982', parts: 1, success: true, error: null }],
  }),
  id: /^77229135982$/,
  words: request => JSON.parse(request.body).text,
  refusals: [
    [json(200, { success: '202' }), 'address_unknown'],
    [json(200, { success: '500' }), 'sender_refused'],
    [{ status: 200, body: '900' }, 'sender_refused'],
    [
      json(200, { success: '100', messages: [{ id: null, success: false, error: '202', error_text: 'invalid' }] }),
      'address_unknown',
    ],
    [json(200, { success: '402' }), 'busy'],
  ],
  received: (hook, from, text, id, at) =>
    sevenCall(
      hook,
      { webhook_event: 'sms_mo', data: { id, sender: from.slice(1), system: '4915735990598', text } },
      at,
    ),
  receipt: (hook, messageId, delivered, at) =>
    sevenCall(
      hook,
      {
        webhook_event: 'dlr',
        data: { msg_id: '77229135982', status: delivered ? 'DELIVERED' : 'NOTDELIVERED', foreign_id: messageId },
      },
      at,
    ),
}

const vonageCall = (url: string, given: Record<string, string>, at: Date): Call => {
  const fields: Record<string, string> = { ...given, timestamp: seconds(at), nonce: 'n1' }
  const flat = (text: string) => text.replaceAll(/[&=]/g, '_')
  const content = Object.keys(fields)
    .sort()
    .map(name => `&${name}=${flat(fields[name] ?? '')}`)
    .join('')
  const sig = createHmac('sha256', 'vonage-signature').update(content).digest('hex').toUpperCase()
  return { url, headers: FORM, body: new URLSearchParams({ ...fields, sig }).toString() }
}

const vonage: ProviderGround = {
  name: 'vonage',
  settings: address => ({
    apiKey: 'abcd1234',
    apiSecret: 'vonage-secret',
    signatureSecret: 'vonage-signature',
    from: '4915735990598',
    address,
  }),
  is: request =>
    request.method === 'POST' &&
    request.url === '/sms/json' &&
    form(request).get('api_secret') === 'vonage-secret' &&
    form(request).get('type') === 'unicode',
  reply: json(200, {
    'message-count': '1',
    messages: [{ to: '4915112345678', 'message-id': '0A00000012345678', status: '0' }],
  }),
  id: /^0A00000012345678$/,
  words: request => form(request).get('text') ?? '',
  refusals: [
    [json(200, { messages: [{ status: '4', 'error-text': 'Bad Credentials' }] }), 'sender_refused'],
    [json(200, { messages: [{ status: '1', 'error-text': 'Throttled' }] }), 'busy'],
    [json(200, { messages: [{ status: '5', 'error-text': 'Internal error' }] }), 'no_reply'],
    [json(200, { messages: [{ status: '7', 'error-text': 'Number barred' }] }), 'address_unknown'],
  ],
  received: (hook, from, text, messageId, at) =>
    vonageCall(hook, { msisdn: from.slice(1), to: '4915735990598', messageId, text, type: 'text', keyword: 'X' }, at),
  receipt: (hook, messageId, delivered, at) =>
    vonageCall(
      hook,
      {
        msisdn: '4915112345678',
        messageId: '0A00000012345678',
        status: delivered ? 'delivered' : 'failed',
        'err-code': delivered ? '0' : '2',
        'client-ref': messageId,
      },
      at,
    ),
}

const sinchCall = (url: string, content: unknown, at: Date): Call => {
  const body = JSON.stringify(content)
  const signature = createHmac('sha256', 'sinch-hooks')
    .update(`${body}.n1.${seconds(at)}`)
    .digest('base64')
  const head = 'x-sinch-webhook-signature'
  return {
    url,
    headers: {
      ...JSON_TYPE,
      [head]: signature,
      [`${head}-nonce`]: 'n1',
      [`${head}-timestamp`]: seconds(at),
      [`${head}-algorithm`]: 'HmacSHA256',
    },
    body,
  }
}

const sinch: ProviderGround = {
  name: 'sinch',
  settings: address => ({
    servicePlanId: 'plan-1234',
    apiToken: 'sinch-token',
    webhookSecret: 'sinch-hooks',
    from: '+447700900000',
    address,
  }),
  is: ({ method, url, headers }) =>
    method === 'POST' && url === '/xms/v1/plan-1234/batches' && headers.authorization === 'Bearer sinch-token',
  reply: json(201, { id: '01FC66621XXXXX119Z8PMV1QPQ', to: ['4915112345678'], canceled: false }),
  id: /^01FC66621XXXXX119Z8PMV1QPQ$/,
  words: request => JSON.parse(request.body).body,
  refusals: [
    [json(401, { code: 'unauthorized', text: 'Unauthorized' }), 'sender_refused'],
    [json(400, { code: 'syntax_invalid_parameter_format', text: 'Invalid number in to' }), 'address_unknown'],
    [json(503, {}), 'busy'],
  ],
  received: (hook, from, body, id, at) =>
    sinchCall(
      hook,
      { type: 'mo_text', id, from: from.slice(1), to: '447700900000', body, received_at: at.toISOString() },
      at,
    ),
  receipt: (hook, messageId, delivered, at) =>
    sinchCall(
      hook,
      {
        type: 'recipient_delivery_report_sms',
        batch_id: '01FC66621XXXXX119Z8PMV1QPQ',
        recipient: '4915112345678',
        code: delivered ? 0 : 406,
        status: delivered ? 'Delivered' : 'Failed',
        client_reference: messageId,
      },
      at,
    ),
}

const genericCall = (url: string, content: unknown): Call => ({
  url,
  headers: { ...JSON_TYPE, authorization: 'Bearer generic-hook' },
  body: JSON.stringify(content),
})

const generic: ProviderGround = {
  name: 'generic',
  settings: url => ({
    url: `${url}/send?to={{to}}`,
    headers: 'X-Api-Key: generic-key',
    body: '{"from": "{{from}}", "content": {"text": "{{text}}"}}',
    from: 'Nordwind',
    idPath: 'messages.0.id',
    hookSecret: 'generic-hook',
  }),
  is: ({ url, headers }) => url === '/send?to=%2B4915112345678' && headers['x-api-key'] === 'generic-key',
  reply: json(202, { messages: [{ id: 'g-1' }] }),
  id: /^g-1$/,
  words: request => JSON.parse(request.body).content.text,
  refusals: [
    [{ status: 302, body: '', headers: { location: 'http://169.254.169.254/' } }, 'sender_refused'],
    [json(500, {}), 'no_reply'],
    [json(422, {}), 'refused'],
    [json(429, {}), 'busy'],
    ['hang up', 'no_reply'],
  ],
  received: (hook, from, text, id) => genericCall(hook, { kind: 'received', id, from, text }),
  receipt: (hook, messageId, delivered) =>
    genericCall(hook, { kind: 'receipt', id: messageId, state: delivered ? 'delivered' : 'unknown_number' }),
}

/** Every provider on the shelf. */
export const PROVIDERS: ProviderGround[] = [generic, twilio, seven, vonage, sinch]
