import { createHash, createHmac } from 'node:crypto'
import { type Call, JSON_TYPE, json, type ProviderGround, seconds } from './ground.ts'

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

export const seven: ProviderGround = {
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
