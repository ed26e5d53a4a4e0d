import { sql } from 'kysely'
import { type Database, preparedText, type Tx } from '../../../platform/database/index.ts'
import type { MessageReason, MessageState } from '../../../vocabulary/index.ts'
import type { Claim } from './gate.ts'

/** A turn that a message takes, and why. */
export type Turn = {
  state: MessageState
  reason: MessageReason
  reply?: string | null
  notBefore?: Date
  /** It was a try, unless the gate counted that already. */
  counts?: boolean
}

/** Writes the turn of a message that this process still holds; false when it no longer does. */
export async function turnMessage(
  tx: Tx,
  { messageId, fence }: Claim,
  turn: Turn,
  from: MessageState[],
): Promise<boolean> {
  const result = await sql`
    with turned as (
      update messages set state = ${turn.state}, reason = ${turn.reason}, provider_reply = coalesce(${turn.reply ?? null}, provider_reply),
        not_before = coalesce(${turn.notBefore ?? null}::timestamptz, not_before), lease_until = null, changed_at = now(),
        attempts = attempts + case when state = 'claimed' and ${turn.counts ?? false} then 1 else 0 end,
        gated_at = case when ${turn.state} in ('accepted', 'gate', 'unknown') then gated_at end
      where message_id = ${messageId} and fence = ${fence} and state = any(${from}::text[]) returning workspace_id, message_id)
    insert into message_turns (workspace_id, message_id, state, reason, reply)
    select workspace_id, message_id, ${turn.state}, ${turn.reason}, ${turn.reply ?? null} from turned
  `.execute(tx)
  return Number(result.numAffectedRows ?? 0) === 1
}

/** Writes that the server took the mail, and says so, in one statement: the shorter this moment, the fewer end unknown. */
export async function recordAccepted(database: Database, claim: Claim, reply: string, at: Date): Promise<void> {
  await database.pool.query(
    preparedText(`with accepted as (
       update messages set state = 'accepted', provider_reply = $4, accepted_at = $5, reason = null, lease_until = null, changed_at = now()
       where workspace_id = $1 and message_id = $2 and fence = $3 and state in ('gate', 'unknown')
       returning workspace_id, message_id, person_id, invitation_id, channel)
     insert into events (workspace_id, name, subject_id, payload, actor)
     select workspace_id, 'message.accepted', message_id,
       jsonb_build_object('personId', person_id, 'invitationId', invitation_id, 'channel', channel), 'echolot' from accepted`),
    [claim.workspaceId, claim.messageId, claim.fence, reply.slice(0, 500), at],
  )
}

/** Stops every send of the workspace until a member lets it go on, with the server's words. */
export async function pauseSender(tx: Tx, reason: MessageReason, reply: string | null): Promise<void> {
  await sql`
    insert into sending_settings (paused_at, paused_reason, paused_reply) values (now(), ${reason}, ${reply})
    on conflict (workspace_id) do update set paused_at = now(), paused_reason = excluded.paused_reason, paused_reply = excluded.paused_reply
      where sending_settings.paused_at is null
  `.execute(tx)
}
