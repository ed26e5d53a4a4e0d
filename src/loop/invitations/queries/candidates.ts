import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'
import type { Audience, Channel } from '../../../vocabulary/index.ts'
import { inAudience } from '../../people/index.ts'

/** A person of the audience with what decides whether to ask. */
export type Candidate = {
  personId: string
  email: string | null
  language: string | null
  basis: 'consent' | 'existing_customer' | 'none' | null
  invited: boolean
}

/** The next people of an audience in the order of their ids. */
export async function candidatesAfter(
  reader: Reader,
  asked: { audience: Audience; channel: Channel; waveId: string | null; after: string; most: number },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select people.person_id as "personId", people.email, people.language, p.basis,
      (${asked.waveId}::uuid is not null and exists (select from invitations i
        where i.wave_id = ${asked.waveId}::uuid and i.person_id = people.person_id)) as invited
    from people left join permissions p on p.person_id = people.person_id and p.channel = ${asked.channel}
    where people.person_id > ${asked.after}::uuid and ${inAudience(asked.audience)}
    order by people.person_id limit ${asked.most}
  `.execute(reader as never)
  return rows
}

/** Which of these addresses are suppressed. */
export async function suppressedAmong(reader: Reader, channel: Channel, keys: Buffer[]): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('addresses')
    .select('address_key')
    .where('channel', '=', channel)
    .where('suppressed_at', 'is not', null)
    .where('address_key', '=', sql<Buffer>`any(${keys}::bytea[])`)
    .execute()
  return new Set(rows.map(row => row.address_key.toString('base64')))
}

/** Which of these people the contact budget keeps from being asked now, or who wait to be asked already. */
export async function askedRecentlyAmong(
  reader: Reader,
  personIds: string[],
  since: Date,
  limit: number,
): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('messages')
    .select('person_id')
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('purpose', 'in', ['survey', 'reminder'])
    .where(eb =>
      eb.or([
        eb('state', 'in', ['queued', 'claimed', 'deferred']),
        eb.and([eb('state', 'in', ['gate', 'accepted', 'unknown']), eb('gated_at', '>', since)]),
      ]),
    )
    .groupBy('person_id')
    .having(eb => eb.fn.countAll<number>(), '>=', limit)
    .execute()
  return new Set(rows.flatMap(row => row.person_id ?? []))
}
