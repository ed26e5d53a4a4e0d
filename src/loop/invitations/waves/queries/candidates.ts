import { sql } from 'kysely'
import type { Reader } from '../../../../platform/database/index.ts'
import {
  type AskingChannel,
  type Audience,
  BUDGETED_PURPOSES,
  FOLLOWING_PURPOSES,
} from '../../../../vocabulary/index.ts'
import { partOfPeople } from '../../../attributes/index.ts'
import { addresses, inAudience } from '../../../people/index.ts'

type Basis = 'consent' | 'existing_customer' | 'none' | null
/** A person of the audience with what decides whether to ask. */
export type Candidate = {
  personId: string
  email: string | null
  phone: string | null
  /** Where a number without country code belongs. */
  phoneCountry: string | null
  language: string | null
  timeZone: string | null
  country: string | null
  emailBasis: Basis
  smsBasis: Basis
  part: string | null
  invited: boolean
}

/** The next people of an audience in the order of their ids; `by` names the field that divides a sample. */
export async function candidatesAfter(
  reader: Reader,
  asked: {
    audience: Audience
    among: string[] | null
    channel: AskingChannel
    waveId: string | null
    after: string
    most: number
    by: string | null
  },
): Promise<Candidate[]> {
  const wants = (way: 'email' | 'sms') => asked.channel === way || asked.channel === 'auto'
  const basis = (way: 'email' | 'sms') =>
    wants(way)
      ? sql`(select p.basis from permissions p where p.person_id = people.person_id and p.channel = ${way})`
      : sql`null::text`
  const chosen = await inAudience(reader, asked.audience)
  const part = await partOfPeople(reader, asked.by)
  const { rows } = await sql<Candidate>`
    select people.person_id as "personId", people.email, people.phone, people.language, people.time_zone as "timeZone", people.country,
      ${addresses.phoneCountry('people')}, ${basis('email')} as "emailBasis", ${basis('sms')} as "smsBasis", ${part} as part,
      (${asked.waveId}::uuid is not null and exists (select from invitations i
        where i.wave_id = ${asked.waveId}::uuid and i.person_id = people.person_id)) as invited
    from people
    where people.person_id > ${asked.after}::uuid and ${chosen}
      and (${asked.among}::uuid[] is null or people.person_id = any(${asked.among}::uuid[]))
    order by people.person_id limit ${asked.most}
  `.execute(reader)
  return rows
}

/** Which of these addresses are suppressed; a key knows its channel. */
export async function suppressedAmong(reader: Reader, keys: Buffer[]): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('addresses')
    .select('address_key')
    .where('channel', 'in', ['email', 'sms'])
    .where('suppressed_at', 'is not', null)
    .where('address_key', '=', sql<Buffer>`any(${keys}::bytea[])`)
    .execute()
  return new Set(rows.map(row => row.address_key.toString('base64')))
}

/** Which of these people the contact budget keeps from being asked now, or who wait to be asked already. */
export async function askedRecentlyAmong(
  reader: Reader,
  personIds: string[],
  budget: { since: Date; contactLimit: number; followUpsCount: boolean },
): Promise<Set<string>> {
  const { since, contactLimit, followUpsCount } = budget
  const following: readonly string[] = followUpsCount ? [] : FOLLOWING_PURPOSES
  const counting = BUDGETED_PURPOSES.filter(purpose => !following.includes(purpose))
  // Person by person through their index: what this transaction writes has no statistics to plan by.
  const { rows } = await sql<{ personId: string }>`
    select wanted.person_id as "personId" from unnest(${personIds}::uuid[]) as wanted (person_id)
    cross join lateral (
      select count(*) as messages from messages m
      where m.person_id = wanted.person_id and m.purpose = any(${counting}::text[])
        and (m.state in ('queued', 'claimed', 'deferred')
          or (m.state in ('gate', 'accepted', 'unknown') and m.gated_at > ${since}::timestamptz)) offset 0) found
    where found.messages >= ${contactLimit}`.execute(reader)
  return new Set(rows.map(row => row.personId))
}
