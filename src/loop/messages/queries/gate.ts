import { type RawBuilder, sql } from 'kysely'
import { prepared, type Tx } from '../../../platform/database/index.ts'
import { BUDGETED_PURPOSES, ContactRules, FOLLOWING_PURPOSES, USUAL_RULES } from '../../../vocabulary/index.ts'
import { addresses } from '../../people/index.ts'
import type { GateFacts } from '../decide.ts'

/** Which message, held by which claim. */
export type Claim = { workspaceId: string; messageId: string; fence: number }

/** Where the person of a message can be reached now: all of it counts against one budget. */
type Contacts = { email: string | null; phone: string | null; phoneCountry: string | null }

/** Locks the address (and the person) against objections, bounces, erasures and every other send. */
export async function lockAddress(
  tx: Tx,
  message: { channel: string; addressKey: Buffer; personId: string | null },
): Promise<Contacts> {
  const { channel, addressKey, personId } = message
  const lock = () =>
    sql<{ found: number } & Contacts>`${prepared}
      with a as (select 1 from addresses where channel = ${channel} and address_key = ${addressKey} for update),
        p as (select email, phone, country from people where person_id = ${personId} for no key update)
      select (select count(*) from a) as found, (select email from p) as email, (select phone from p) as phone,
        (select ${addresses.phoneCountry('p')} from p) as "phoneCountry",
        -- The joins of the facts stand in the right order; searching for a better one costs more than the gate itself.
        set_config('join_collapse_limit', '1', true)`.execute(tx)
  const { rows } = await lock()
  const [first] = rows
  if (first?.found) return first
  await sql`insert into addresses (channel, address_key) values (${channel}, ${addressKey}) on conflict do nothing`.execute(
    tx,
  )
  const again = await lock()
  return again.rows[0] ?? { email: null, phone: null, phoneCountry: null }
}

type Row = Omit<GateFacts, 'rules'> & { messageId: string; rules: object | null }
/** A claim with the keys of the person's other addresses. */
export type ClaimOfPerson = Claim & { otherKeys?: Buffer[] }

// Every row is looked up by its own key (offset 0 keeps the planner from reading whole tables while it has no statistics).
const contactDays = sql`coalesce(s.contact_days, 30)`

/** Everything the gate decides by, for messages in hand; under the lock it is what stands, before it a first look. */
export async function gateFacts(tx: Tx, claims: ClaimOfPerson[], at: Date): Promise<Map<string, GateFacts>> {
  const keys = (place: number) => claims.map(claim => claim.otherKeys?.[place] ?? null)
  const { rows } = await sql<Row>`${prepared}
    select m.message_id as "messageId", m.purpose, m.channel, m.expires_at as "expiresAt", (select sending_held_at from instance) as "heldAt",
      s.paused_at as "pausedAt", wave.stopped_at as "stoppedAt", a.paused_until as "wantsPauseUntil",
      case when exists (select from complained_addresses k where k.channel = m.channel and k.address_key = m.address_key) then 'complaint'
        when a.suppressed_at is not null then a.suppression_reason end as suppression, perm.basis,
      coalesce(a.surveys_only, false) as "surveysOnly", ${over} as over, used.contacts, used."ofPurpose",
      planned.reserved, planned."reservedUntil", coalesce(s.contact_limit, 1) as "contactLimit", s.contact_rules as rules,
      p.time_zone as "personZone", p.country as "personCountry", w.time_zone as "workspaceZone"
    from unnest(${claims.map(c => c.workspaceId)}::uuid[], ${claims.map(c => c.messageId)}::uuid[],
      ${keys(0)}::bytea[], ${keys(1)}::bytea[]) as c (workspace_id, message_id, key_a, key_b)
    join messages m on m.workspace_id = c.workspace_id and m.message_id = c.message_id
    join workspaces w on w.workspace_id = m.workspace_id
    left join lateral (select * from sending_settings s where s.workspace_id = m.workspace_id offset 0) s on true
    left join lateral (select * from waves wave where wave.workspace_id = m.workspace_id and wave.wave_id = m.wave_id offset 0) wave on true
    left join lateral (select * from addresses a where a.workspace_id = m.workspace_id and a.channel = m.channel and a.address_key = m.address_key offset 0) a on true
    left join lateral (select * from permissions perm where perm.workspace_id = m.workspace_id and perm.person_id = m.person_id and perm.channel = m.channel offset 0) perm on true
    left join lateral (select * from people p where p.workspace_id = m.workspace_id and p.person_id = m.person_id offset 0) p on true
    left join lateral (select * from invitations i where i.workspace_id = m.workspace_id and i.invitation_id = m.invitation_id offset 0) i on true
    cross join lateral (${usedBudget(at)}) used
    cross join lateral (${plannedBefore(at)}) planned
  `.execute(tx)
  return new Map(rows.map(({ messageId, rules, ...facts }) => [messageId, { ...facts, rules: rulesOf(rules) }]))
}

/** What is asked already: a survey by its answer, the question for a comment by the comment. */
const over = sql`(i.revoked_at is not null or (m.purpose in ('survey', 'reminder', 'comment_ask') and exists (
  select from responses r where r.workspace_id = m.workspace_id and r.invitation_id = m.invitation_id
    and (m.purpose <> 'comment_ask' or r.comment is not null))))`

const followUpsCount = sql`coalesce((s.contact_rules ->> 'followUpsCount')::boolean, ${USUAL_RULES.followUpsCount})`
const ownDays = sql`coalesce((coalesce(s.contact_rules -> 'limits', ${JSON.stringify(USUAL_RULES.limits)}::jsonb)
  -> m.purpose ->> 'days')::int, 0)`

/** What left or may have left for this person, by whichever of the addresses. */
const usedBudget = (at: Date) => sql`
  select count(*) filter (where o.gated_at > ${at}::timestamptz - make_interval(days => ${contactDays})
      and (o.purpose <> all (${[...FOLLOWING_PURPOSES]}::text[]) or ${followUpsCount}))::int as contacts,
    count(*) filter (where o.purpose = m.purpose
      and o.gated_at > ${at}::timestamptz - make_interval(days => ${ownDays}))::int as "ofPurpose"
  from (${lately(sql`o.address_key = any(array[m.address_key, c.key_a, c.key_b])`, at)}
    union ${lately(sql`o.person_id = m.person_id`, at)}) o`

/** Each way to find a person's messages by its own index. */
const lately = (whose: RawBuilder<unknown>, at: Date) => sql`
  select o.message_id, o.purpose, o.gated_at from messages o
  where o.workspace_id = m.workspace_id and ${whose} and o.state in ('gate', 'accepted', 'unknown')
    and o.gated_at > ${at}::timestamptz - make_interval(days => greatest(${contactDays}, ${ownDays}))
    and o.message_id <> m.message_id and o.purpose = any(${[...BUDGETED_PURPOSES]}::text[])`

/** What is planned for this person inside the window and goes first. */
const plannedBefore = (at: Date) => sql`
  select count(*)::int as reserved, max(o.not_before) as "reservedUntil"
  from messages o where o.workspace_id = m.workspace_id and o.person_id = m.person_id
    and o.state in ('queued', 'claimed', 'deferred') and o.expires_at > ${at}
    and o.not_before <= ${at}::timestamptz + make_interval(days => ${contactDays})
    and array_position(${[...BUDGETED_PURPOSES]}::text[], o.purpose) < array_position(${[...BUDGETED_PURPOSES]}::text[], m.purpose)
    and (o.purpose <> all (${[...FOLLOWING_PURPOSES]}::text[]) or ${followUpsCount})`

const rulesKnown = new Map<string, ContactRules>()

/** The rules as they stand in a row; parsed once for as long as they stay the same. */
export function rulesOf(stored: object | null): ContactRules {
  const text = JSON.stringify(stored ?? {})
  const known = rulesKnown.get(text) ?? ContactRules.parse(stored ?? {})
  if (rulesKnown.size > 1000) rulesKnown.clear()
  rulesKnown.set(text, known)
  return known
}

/** Whether the message's wave stands stopped, and keeps it so until this transaction ends. */
export async function lockStoppedWave(tx: Tx, { messageId }: Claim): Promise<boolean> {
  const { rows } = await sql`
    select from waves w where w.wave_id = (select wave_id from messages where message_id = ${messageId})
      and w.stopped_at is not null for share`.execute(tx)
  return rows.length > 0
}

/** Writes that the message passes; false when another process has it by now (guarantee G4: fence and lease in one statement). */
export async function passGate(
  tx: Tx,
  claim: Claim,
  at: Date,
  leaseSeconds: number,
  passing: { mimeMessageId: string; localTime: string | null },
): Promise<boolean> {
  const result = await sql`${prepared}
    update messages set state = 'gate', gated_at = ${at}, mime_message_id = ${passing.mimeMessageId}, gated_local = ${passing.localTime},
      attempts = attempts + 1,
      lease_until = now() + make_interval(secs => ${leaseSeconds}), reason = null, changed_at = now()
    where message_id = ${claim.messageId} and state = 'claimed' and fence = ${claim.fence} and lease_until > now()
  `.execute(tx)
  return Number(result.numAffectedRows ?? 0) === 1
}

/** Notes by which clock a message waits, and keeps it longer where days off would end its life. */
export async function noteWaiting(
  tx: Tx,
  { messageId, fence }: Claim,
  { localTime, keepUntil }: { localTime: string; keepUntil: Date | null },
): Promise<void> {
  await sql`
    update messages set gated_local = ${localTime}, expires_at = greatest(expires_at, ${keepUntil}::timestamptz)
    where message_id = ${messageId} and fence = ${fence}`.execute(tx)
}
