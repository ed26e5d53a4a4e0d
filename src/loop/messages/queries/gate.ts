import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { GateFacts } from '../decide.ts'

/** Which message, held by which claim. */
export type Claim = { workspaceId: string; messageId: string; fence: number }

/** Locks the address (and the person) against objections, bounces, erasures and every other send. */
export async function lockAddress(
  tx: Tx,
  message: { channel: string; addressKey: Buffer; personId: string | null },
): Promise<void> {
  const { channel, addressKey, personId } = message
  const lock = () =>
    sql<{ found: number }>`
      with a as (select 1 from addresses where channel = ${channel} and address_key = ${addressKey} for update),
        p as (select 1 from people where person_id = ${personId} for no key update)
      select (select count(*) from a) as found, (select count(*) from p) as people,
        -- The joins of the facts stand in the right order; searching for a better one costs more than the gate itself.
        set_config('join_collapse_limit', '1', true)`.execute(tx)
  const { rows } = await lock()
  if (rows[0]?.found) return
  await sql`insert into addresses (channel, address_key) values (${channel}, ${addressKey}) on conflict do nothing`.execute(
    tx,
  )
  await lock()
}

/** Everything the gate decides by, for messages in hand; under the lock it is what stands, before it a first look. */
export async function gateFacts(tx: Tx, claims: Claim[], at: Date): Promise<Map<string, GateFacts>> {
  const { rows } = await sql<GateFacts & { messageId: string }>`
    select m.message_id as "messageId", m.purpose, m.expires_at as "expiresAt", x.sending_held_at as "heldAt",
      s.paused_at as "pausedAt", wave.stopped_at as "stoppedAt", a.suppression_reason as suppression, perm.basis,
      (i.revoked_at is not null or exists (select from responses r
        where r.workspace_id = m.workspace_id and r.invitation_id = m.invitation_id)) as over,
      (select count(*)::int from messages o where o.workspace_id = m.workspace_id and o.message_id <> m.message_id
        and (o.address_key = m.address_key or o.person_id = m.person_id) and o.purpose in ('survey', 'reminder')
        and o.state in ('gate', 'accepted', 'unknown')
        and o.gated_at > ${at}::timestamptz - make_interval(days => coalesce(s.contact_days, 30))) as contacts,
      coalesce(s.contact_limit, 1) as "contactLimit", p.time_zone as "personZone", w.time_zone as "workspaceZone"
    from unnest(${claims.map(c => c.workspaceId)}::uuid[], ${claims.map(c => c.messageId)}::uuid[]) as c (workspace_id, message_id)
    join messages m on m.workspace_id = c.workspace_id and m.message_id = c.message_id
    join workspaces w on w.workspace_id = m.workspace_id
    cross join instance x
    left join sending_settings s on s.workspace_id = m.workspace_id
    left join waves wave on wave.workspace_id = m.workspace_id and wave.wave_id = m.wave_id
    left join addresses a on a.workspace_id = m.workspace_id and a.channel = m.channel and a.address_key = m.address_key
      and a.suppressed_at is not null
    left join permissions perm on perm.workspace_id = m.workspace_id and perm.person_id = m.person_id and perm.channel = m.channel
    left join people p on p.workspace_id = m.workspace_id and p.person_id = m.person_id
    left join invitations i on i.workspace_id = m.workspace_id and i.invitation_id = m.invitation_id
  `.execute(tx)
  return new Map(rows.map(({ messageId, ...facts }) => [messageId, facts]))
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
  mimeMessageId: string,
): Promise<boolean> {
  const result = await sql`
    update messages set state = 'gate', gated_at = ${at}, mime_message_id = ${mimeMessageId}, attempts = attempts + 1,
      lease_until = now() + make_interval(secs => ${leaseSeconds}), reason = null, changed_at = now()
    where message_id = ${claim.messageId} and state = 'claimed' and fence = ${claim.fence} and lease_until > now()
  `.execute(tx)
  return Number(result.numAffectedRows ?? 0) === 1
}
