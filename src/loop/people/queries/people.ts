import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { PersonInput } from '../../../vocabulary/index.ts'

const COLUMNS = {
  externalId: 'external_id',
  email: 'email',
  phone: 'phone',
  name: 'name',
  company: 'company',
  language: 'language',
  country: 'country',
  timeZone: 'time_zone',
} as const

/** The given fields as columns; what is absent stays as it is. */
const columnsOf = (given: PersonInput) =>
  Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([field, column]) => {
      const value = given[field as keyof typeof COLUMNS]
      return value === undefined ? [] : [[column, value]]
    }),
  )

/** The person with this external id or, failing that, this mail address; locked until the change is done. */
export async function findPerson(tx: Tx, given: PersonInput): Promise<string | null> {
  const query = tx.selectFrom('people').select('person_id').limit(1).forUpdate()
  const known = given.externalId
    ? await query.where('external_id', '=', given.externalId).executeTakeFirst()
    : undefined
  if (known) return known.person_id
  if (!given.email) return null
  const sameAddress = await query.where('email_key', '=', given.email.toLowerCase()).executeTakeFirst()
  return sameAddress?.person_id ?? null
}

/** Adds a person; null where another request added them at the same moment. */
export async function insertPerson(tx: Tx, given: PersonInput): Promise<string | null> {
  const row = await tx
    .insertInto('people')
    .values({ ...columnsOf(given), attributes: JSON.stringify(given.attributes ?? {}) })
    .onConflict(conflict => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Which field of another person a change would have taken, where the database refused it for that. */
export function takenField(error: unknown): 'email' | 'externalId' | null {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code !== '23505') return null
  return constraint === 'people_external_id' ? 'externalId' : constraint === 'people_email_key' ? 'email' : null
}

/** Changes the given fields; attributes are merged, one that is null goes away. */
export async function updatePerson(tx: Tx, personId: string, given: PersonInput): Promise<boolean> {
  const attributes = JSON.stringify(given.attributes ?? {})
  const row = await tx
    .updateTable('people')
    .set({
      ...columnsOf(given),
      attributes: sql`jsonb_strip_nulls(attributes || ${attributes}::jsonb)`,
      changed_at: sql`now()`,
    })
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Addresses of a person by channel. */
export const addressesOf = (reader: Reader, personId: string) =>
  reader
    .selectFrom('people')
    .select(['email', 'phone', phoneCountry('people')])
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** As in which country a number without country code is read: the person's, else that of the channel. */
export const phoneCountry = (people: string) =>
  sql<
    string | null
  >`coalesce(${sql.ref(`${people}.country`)}, (select c.country from channel_settings c where c.channel = 'sms'))`.as(
    'phoneCountry',
  )
