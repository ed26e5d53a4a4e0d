import { createHmac } from 'node:crypto'
import { type Call, FORM, form, json, type ProviderGround } from './ground.ts'

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

export const twilio: ProviderGround = {
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
