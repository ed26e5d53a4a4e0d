import { z } from 'zod'
import { REFUSALS } from '../vocabulary/index.ts'
import type { Endpoint } from './endpoint.ts'
import { API_ROOT } from './mount.ts'

type Schema = Record<string, unknown>

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

const PROBLEM: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'A sentence in the language of the caller.' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(REFUSALS).sort() },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, problem: { type: 'string' } } },
    },
  },
}

const INTRODUCTION = `Everything that the pages do, for programs. Send \`Authorization: Bearer echolot_…\` with a key made under Settings;
its scope decides what it may do: read (role viewer), write (role manager), admin (role admin).
Lists come in pages: pass \`next\` of one page as \`cursor\` of the next one. A POST with an \`Idempotency-Key\` can be repeated without
harm for 24 hours: the repetition gets the same reply. What is refused is answered as RFC 9457 problem with a \`code\`.`

/** The API as OpenAPI 3.1, from the endpoints themselves. */
export function openapi(endpoints: Endpoint[], version: string): Schema {
  const paths: Record<string, Schema> = {}
  const ordered = [...endpoints].sort((a, b) => a.path.localeCompare(b.path))
  for (const endpoint of ordered)
    paths[API_ROOT + endpoint.path] = { ...paths[API_ROOT + endpoint.path], [endpoint.method]: operation(endpoint) }
  return {
    openapi: '3.1.0',
    info: { title: 'Echolot', version, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: {
          description: 'What was refused, and why.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
        session: { type: 'apiKey', in: 'cookie', name: 'sid', description: 'The session of a signed-in browser.' },
      },
    },
  }
}

function operation(endpoint: Endpoint): Schema {
  const repeatable = endpoint.method === 'post' && (endpoint.door === 'change' || endpoint.door === 'account')
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    description: endpoint.allow === 'anyone' ? 'Needs no sign-in.' : `Least role: ${endpoint.allow}.`,
    security: securityOf(endpoint),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(repeatable ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } }] : []),
    ],
    ...requestBody(endpoint),
    responses: { ...reply(endpoint), default: { $ref: '#/components/responses/Problem' } },
  }
}

function securityOf(endpoint: Endpoint): Schema[] {
  if (endpoint.allow === 'anyone') return []
  return endpoint.allow === 'account' ? [{ session: [] }] : [{ key: [] }, { session: [] }]
}

function requestBody(endpoint: Endpoint): Schema {
  if (endpoint.door === 'upload') {
    const schema = { type: 'string', format: 'binary' }
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema } } } }
  }
  if (!endpoint.body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
  }
}

function reply(endpoint: Endpoint): Schema {
  if (endpoint.door === 'download') {
    return { 200: { description: 'The file.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } }
  }
  if (endpoint.door === 'watch') {
    return {
      200: { description: 'News as they happen.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    }
  }
  if (!endpoint.reply) return { 204: { description: 'Done.' } }
  const schema = schemaOf(endpoint.reply, 'output')
  return { [endpoint.status ?? 200]: { description: 'Done.', content: { 'application/json': { schema } } } }
}

function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query'): Schema[] {
  if (!shape) return []
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

/** `put /members/{accountId}/role` becomes putMembersByAccountIdRole. */
function operationId({ method, path }: Endpoint): string {
  const words = path.replace(/\{(\w+)\}/g, 'by-$1').split(/[/-]/)
  return method + words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
