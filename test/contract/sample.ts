import { z } from 'zod'
import type { Endpoint } from '../../src/access/index.ts'
import { standardWordings } from '../../src/loop/surveys/index.ts'

type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  default?: unknown
}

const BY_FORMAT: Record<string, string> = {
  uuid: '6f1c1f3e-57a4-4d8e-9a55-0f6a1c2b3d4e',
  'date-time': '2026-11-20T09:12:00Z',
  date: '2026-11-20',
  email: 'someone@example.com',
}
// Texts whose rule a schema cannot tell, by the name of the field.
const BY_NAME: Record<string, string> = {
  email: 'someone@example.com',
  senderAddress: 'someone@example.com',
  timeZone: 'Europe/Berlin',
  phone: '+491711234567',
  startsOn: '2026-11-20',
}

// Bodies with rules that a schema cannot tell.
const BY_ADDRESS: Record<string, unknown> = {
  'post /event-sources/{sourceId}/readings': {
    body: '{}',
    mapping: { email: 'mail', kind: { text: 'order' }, title: { text: 'Order' } },
  },
  'post /attribute-rules': { name: 'orders', rule: { from: 'history', measure: 'count' } },
  'post /attribute-rule-trials': { rule: { from: 'history', measure: 'count' } },
  'post /surveys/{surveyId}/hints': { wording: standardWordings('Nordwind', 'en') },
  'post /surveys/{surveyId}/versions': { wording: standardWordings('Nordwind', 'en') },
}

/** A body that an address takes. */
export const bodyFor = (endpoint: Endpoint): unknown =>
  BY_ADDRESS[`${endpoint.method} ${endpoint.path}`] ?? (endpoint.body ? sampleOf(endpoint.body) : undefined)

/** A smallest value that a shape takes, made from its JSON schema. */
function sampleOf(shape: z.ZodType): unknown {
  return build(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema, '')
}

/** The fields that a shape names, with their schemas. */
export const fieldsOf = (shape: z.ZodType): Record<string, Schema> =>
  (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema).properties ?? {}

function build(schema: Schema, name: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf ?? schema.oneOf
  if (choice?.[0]) return build(choice[0], name)
  if (schema.type === 'object') return object(schema)
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => build(schema.items ?? {}, name))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return BY_FORMAT[schema.format ?? ''] ?? BY_NAME[name] ?? 'a'.repeat(Math.max(schema.minLength ?? 1, 3))
}

function object(schema: Schema): Record<string, unknown> {
  const wanted = schema.required ?? []
  return Object.fromEntries(wanted.map(name => [name, build(schema.properties?.[name] ?? {}, name)]))
}
