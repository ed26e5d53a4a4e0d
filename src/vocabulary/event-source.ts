import { z } from 'zod'
import { TouchpointKind } from './touchpoint.ts'

/** Where a value stands in a received body: names and places with dots, such as `customer.email` or `items[0].title`. */
export const JsonPath = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^.[\]\s][^.[\]]*(\[\d{1,4}\])*(\.[^.[\]]+(\[\d{1,4}\])*)*$/, 'is not a path such as customer.email')
export type JsonPath = z.infer<typeof JsonPath>

const fixed = z.string().trim().min(1).max(300)
/** A value from the body, or the same one for all. */
export const MappedValue = z.union([z.strictObject({ path: JsonPath }), z.strictObject({ text: fixed })])
export type MappedValue = z.infer<typeof MappedValue>

/** How a source's bodies are read: who, what, and when. */
export const EventMapping = z
  .strictObject({
    externalId: JsonPath.optional(),
    email: JsonPath.optional(),
    name: JsonPath.optional(),
    phone: JsonPath.optional(),
    language: JsonPath.optional(),
    country: JsonPath.optional(),
    kind: z.union([z.strictObject({ path: JsonPath }), z.strictObject({ text: TouchpointKind })]),
    title: MappedValue,
    state: MappedValue.optional(),
    /** When it happened; without it, the moment it was received. */
    occurredAt: JsonPath.optional(),
    /** What makes the event unique in the other system; without it, the body itself. */
    sourceId: JsonPath.optional(),
    amount: JsonPath.optional(),
    currency: MappedValue.optional(),
  })
  .refine(mapping => mapping.externalId !== undefined || mapping.email !== undefined, {
    message: 'needs an external id or an e-mail address of the person',
    path: ['email'],
  })
export type EventMapping = z.infer<typeof EventMapping>

/** The fields of a mapping that hold a path, in the order of the page. */
export const MAPPED_FIELDS = [
  ...['externalId', 'email', 'name', 'phone', 'language', 'country'],
  ...['kind', 'title', 'state', 'occurredAt', 'sourceId', 'amount', 'currency'],
] as const

/** Why a body was not taken; the sentence stands in the language files under `waves.sources.problems`. */
export const EVENT_PROBLEMS = [
  'no_json',
  'no_mapping',
  'path_empty',
  'person_missing',
  'person_unknown',
  'value_invalid',
  'time_unreadable',
  'kind_unknown',
  'id_conflict',
] as const
export const EventProblem = z.enum(EVENT_PROBLEMS)
export type EventProblem = z.infer<typeof EventProblem>

/** An address under which another system tells what happened with customers. */
export const EventSource = z.object({
  sourceId: z.uuid(),
  name: z.string(),
  /** Holds the key: whoever knows it may tell us things. null for those who may not change the source. */
  address: z.string().nullable(),
  signatureHeader: z.string().nullable(),
  mapping: EventMapping.nullable(),
  addPeople: z.boolean(),
  pausedAt: z.iso.datetime().nullable(),
  received: z.object({ taken: z.number().int(), rejected: z.number().int(), lastAt: z.iso.datetime().nullable() }),
})
export type EventSource = z.infer<typeof EventSource>

const header = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'is not a header name')

/** What of a source is to be different; `signature` null takes the check away, `newKey` makes the old address worthless. */
export const EventSourceChange = z.strictObject({
  mapping: EventMapping.optional(),
  addPeople: z.boolean().optional(),
  paused: z.boolean().optional(),
  signature: z.strictObject({ header, secret: z.string().min(8).max(200) }).nullish(),
  newKey: z.boolean().optional(),
})
export type EventSourceChange = z.infer<typeof EventSourceChange>

/** What reading a body gave: the person and the touchpoint, or the reason against it and the field. */
export const EventReading = z.object({
  taken: z.boolean(),
  problem: EventProblem.nullable(),
  field: z.string().nullable(),
  person: z.record(z.string(), z.string()),
  touchpoint: z.record(z.string(), z.string().or(z.number()).nullable()),
})
export type EventReading = z.infer<typeof EventReading>

/** One received body with what became of it. */
export const ReceivedEvent = z.object({
  receivedId: z.string(),
  state: z.enum(['sample', 'taken', 'known', 'rejected']),
  reason: z.string().nullable(),
  field: z.string().nullable(),
  body: z.string(),
  receivedAt: z.iso.datetime(),
})
export type ReceivedEvent = z.infer<typeof ReceivedEvent>
