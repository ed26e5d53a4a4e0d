import { createHmac } from 'node:crypto'
import { type Call, FORM, form, json, type ProviderGround, seconds } from './ground.ts'

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

export const vonage: ProviderGround = {
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
