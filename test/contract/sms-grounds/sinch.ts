import { createHmac } from 'node:crypto'
import { type Call, JSON_TYPE, json, type ProviderGround, seconds } from './ground.ts'

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

export const sinch: ProviderGround = {
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
