import { EventMapping, MAPPED_FIELDS } from '../../../../vocabulary/event-source.ts'
import { pathsIn } from '../../../../vocabulary/json-path.ts'
import { TOUCHPOINT_KINDS } from '../../../../vocabulary/touchpoint.ts'

/** A field of a mapping. */
export type MappedField = (typeof MAPPED_FIELDS)[number]
/** What was chosen for a field: a path, or the same text for all. */
export type Chosen = { path: string } | { text: string }
export type Choices = Partial<Record<MappedField, Chosen>>

/** Fields that can be the same for all events. */
const FIXABLE: readonly MappedField[] = ['kind', 'title', 'state', 'currency']
export const isFixable = (field: MappedField): boolean => FIXABLE.includes(field)

/** A mapping as it stands on the page. */
export function choicesOf(mapping: EventMapping | null): Choices {
  if (!mapping) return {}
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, typeof value === 'string' ? { path: value } : value]],
    ),
  )
}

/** The mapping that was chosen; null while something it needs is missing. */
export function mappingOf(choices: Choices): EventMapping | null {
  const fields = Object.entries(choices).flatMap(([field, chosen]) => {
    if (!chosen) return []
    if (isFixable(field as MappedField)) return [[field, chosen]]
    return 'path' in chosen ? [[field, chosen.path]] : []
  })
  const parsed = EventMapping.safeParse(Object.fromEntries(fields))
  return parsed.success ? parsed.data : null
}

const USUAL: Record<MappedField, RegExp> = {
  externalId: /(customer|contact|user|client|requester|person)[._]?id$/i,
  email: /(^|[._])e?mail(_address)?$/i,
  name: /(customer|contact|user|requester)\.(full_?)?name$|first_?name$/i,
  phone: /phone|mobile/i,
  language: /(^|[._])(language|locale|lang)$/i,
  country: /country(_code)?$/i,
  kind: /^$/,
  title: /(^|[._])(title|subject|name)$/i,
  state: /(^|[._])(status|state|stage)$/i,
  occurredAt: /(_at|At|date|timestamp|time)$/,
  sourceId: /^(id|event_?id|order_?(id|number)|ticket_?id|number)$/i,
  amount: /(^|[._])(total|amount|price|value)(_price)?$/i,
  currency: /currency/i,
}

/** A first guess by the names in a body, so that most fields are right before anybody chooses. */
export function guess(body: unknown): Choices {
  const paths = pathsIn(body)
  const guessed: Choices = { kind: { text: TOUCHPOINT_KINDS[0] } }
  for (const field of MAPPED_FIELDS) {
    const found = paths.find(({ path }) => USUAL[field].test(path))
    if (found && field !== 'kind') guessed[field] = { path: found.path }
  }
  const text = JSON.stringify(body ?? '')
  if (/ticket|issue|conversation/i.test(text)) guessed.kind = { text: 'ticket' }
  guessed.title ??= { text: 'Order' }
  return guessed
}
