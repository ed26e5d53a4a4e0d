import type { Reader } from '../../platform/database/index.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import { cursorOf, type Page, type Person, type PersonLine, Refusal, readCursor } from '../../vocabulary/index.ts'
import { suppressionOf } from './queries/addresses.ts'
import { originsOf } from './queries/own-words.ts'
import { peoplePage, personRow } from './queries/reading.ts'

/** One person with everything that is stored of them, and whether mail may reach them. */
export async function readPerson(reader: Reader, personId: string, secret: string): Promise<Person> {
  const row = await personRow(reader, personId)
  if (!row) throw new Refusal('not_found')
  return {
    personId: row.person_id,
    externalId: row.external_id,
    name: row.name,
    company: row.company,
    email: row.email,
    phone: row.phone,
    language: row.language,
    country: row.country,
    timeZone: row.time_zone,
    attributes: row.attributes,
    origins: await readOrigins(reader, personId, row.attributes),
    createdAt: row.created_at.toISOString(),
    basis: row.basis ?? 'none',
    reachability: await reachabilityOf(reader, row.email, secret),
  }
}

async function readOrigins(reader: Reader, personId: string, attributes: object): Promise<Person['origins']> {
  const found = await originsOf(reader, personId)
  const standing = found.filter(({ name }) => Object.hasOwn(attributes, name))
  return Object.fromEntries(
    standing.map(({ name, at, ...origin }) => [name, { ...origin, at: at?.toISOString() ?? null }]),
  )
}

async function reachabilityOf(reader: Reader, email: string | null, secret: string): Promise<Person['reachability']> {
  if (!email) return 'no_address'
  const found = await suppressionOf(reader, 'email', addressKey(secret, 'email', email))
  if (!found) return 'reachable'
  return ['objection', 'operator'].includes(found.suppression_reason ?? '') ? 'no_surveys' : 'suppressed'
}

/** People by name, with their last answer. */
export async function listPeople(
  reader: Reader,
  query: { q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<PersonLine>> {
  const cursor = readCursor(query.cursor)
  const after = cursor ? { name: String(cursor[0]), id: String(cursor[1]) } : null
  const rows = await peoplePage(reader, { wanted: query.q, after, limit: query.limit + 1 })
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  const items = rows.slice(0, query.limit).map(row => ({
    personId: row.person_id,
    name: row.name,
    company: row.company,
    email: row.email,
    country: row.country,
    answer: row.opening && { opening: row.opening, score: row.score, rating: row.rating },
    answeredAt: row.answered_at?.toISOString() ?? null,
  }))
  return { items, next: last ? cursorOf([last.sort_name, last.person_id]) : null }
}
