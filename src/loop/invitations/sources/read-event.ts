import { createHash } from 'node:crypto'
import {
  type EventMapping,
  type EventProblem,
  type EventReading,
  type MappedValue,
  NewTouchpoint,
  PersonInput,
  TOUCHPOINT_KINDS,
  valueAt,
} from '../../../vocabulary/index.ts'

/** What a body says, or why it cannot be taken. */
export type ReadEvent = { reading: EventReading; person: PersonInput | null; touchpoint: NewTouchpoint | null }

const PERSON_FIELDS = ['externalId', 'email', 'name', 'phone', 'language', 'country'] as const
/** Seconds since 1970 are smaller than this, milliseconds are not. */
const FIRST_MILLISECONDS = 1e11

class Unreadable extends Error {
  readonly problem: EventProblem
  readonly field: string
  constructor(problem: EventProblem, field: string) {
    super(problem)
    this.problem = problem
    this.field = field
  }
}

/** Reads a body by a mapping: who, what and when; changes nothing. */
export function readEvent(text: string, mapping: EventMapping | null, source: string, at: Date): ReadEvent {
  const found = { person: {} as Record<string, string>, touchpoint: {} as EventReading['touchpoint'] }
  try {
    const body = parsed(text)
    if (!mapping) throw new Unreadable('no_mapping', '')
    Object.assign(found.person, personIn(body, mapping))
    const person = checked(PersonInput.safeParse(found.person))
    if (!person.externalId && !person.email)
      throw new Unreadable('person_missing', mapping.email ? 'email' : 'externalId')
    Object.assign(found.touchpoint, touchpointIn(body, text, mapping, source, at))
    const touchpoint = checked(NewTouchpoint.safeParse(found.touchpoint))
    return { reading: { taken: true, problem: null, field: null, ...found }, person, touchpoint }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { problem, field } = error
    return { reading: { taken: false, problem, field, ...found }, person: null, touchpoint: null }
  }
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body
  } catch {
    // Said below.
  }
  throw new Unreadable('no_json', '')
}

function checked<T>(
  result: { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } },
): T {
  if (result.success) return result.data
  throw new Unreadable('value_invalid', String(result.error.issues[0]?.path[0] ?? ''))
}

function personIn(body: unknown, mapping: EventMapping): Record<string, string> {
  const fields = PERSON_FIELDS.flatMap(field => {
    const path = mapping[field]
    const value = path ? textAt(body, path) : null
    return value === null ? [] : [[field, field === 'country' ? value.toUpperCase() : value]]
  })
  return Object.fromEntries(fields)
}

function touchpointIn(
  body: unknown,
  text: string,
  mapping: EventMapping,
  source: string,
  at: Date,
): EventReading['touchpoint'] {
  const kind = mappedValue(body, mapping.kind)?.toLowerCase() ?? null
  if (kind === null) throw new Unreadable('path_empty', 'kind')
  if (!TOUCHPOINT_KINDS.some(known => known === kind)) throw new Unreadable('kind_unknown', 'kind')
  const title = mappedValue(body, mapping.title)
  if (title === null) throw new Unreadable('path_empty', 'title')
  const sourceId = mapping.sourceId ? textAt(body, mapping.sourceId) : hashOf(text)
  if (sourceId === null) throw new Unreadable('path_empty', 'sourceId')
  return {
    kind,
    title: title.slice(0, 300),
    state: mapping.state ? mappedValue(body, mapping.state) : null,
    occurredAt: mapping.occurredAt ? momentIn(body, mapping.occurredAt) : at.toISOString(),
    sourceId,
    source,
    amountCents: mapping.amount ? centsIn(body, mapping.amount) : null,
    currency: mapping.currency ? (mappedValue(body, mapping.currency)?.toUpperCase() ?? null) : null,
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const mappedValue = (body: unknown, value: MappedValue): string | null =>
  'path' in value ? textAt(body, value.path) : value.text

function textAt(body: unknown, path: string): string | null {
  const value = valueAt(body, path)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A moment as systems write it: ISO 8601 (without a zone it is UTC), or seconds or milliseconds since 1970. */
function momentIn(body: unknown, path: string): string {
  const text = textAt(body, path)
  if (text === null) throw new Unreadable('path_empty', 'occurredAt')
  const number = Number(text)
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
  const iso = /^\d{4}-\d\d-\d\d$/.test(text) || hasZone ? text : `${text.replace(' ', 'T')}Z`
  const at = Number.isFinite(number) ? (number < FIRST_MILLISECONDS ? number * 1000 : number) : Date.parse(iso)
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) throw new Unreadable('time_unreadable', 'occurredAt')
  return moment.toISOString()
}

function centsIn(body: unknown, path: string): number | null {
  const text = textAt(body, path)
  if (text === null) return null
  const amount = Number(text.replace(',', '.'))
  if (!Number.isFinite(amount)) throw new Unreadable('value_invalid', 'amount')
  return Math.round(amount * 100)
}
