import { type Call, JSON_TYPE, json, type ProviderGround } from './ground.ts'

const genericCall = (url: string, content: unknown): Call => ({
  url,
  headers: { ...JSON_TYPE, authorization: 'Bearer generic-hook' },
  body: JSON.stringify(content),
})

export const generic: ProviderGround = {
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
