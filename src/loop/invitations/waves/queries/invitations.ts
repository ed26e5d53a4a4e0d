import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/index.ts'

/** An invitation to be written. */
export type NewInvitation = {
  invitationId: string
  personId: string
  tokenHash: Buffer
  channel: string
  weight: number | null
  arm: number | null
  expiresAt: Date
}

/** Adds invitations at once; a person who has one in the wave keeps it. Returns the people who got a new one. */
export async function insertInvitations(
  tx: Tx,
  wave: { waveId: string; surveyId: string; version: number },
  invitations: NewInvitation[],
): Promise<Set<string>> {
  const column = <K extends keyof NewInvitation>(name: K) => invitations.map(invitation => invitation[name])
  const { rows } = await sql<{ person_id: string }>`
    insert into invitations (invitation_id, person_id, token_hash, channel, weight, arm, expires_at, wave_id, survey_id, survey_version)
    select i.*, ${wave.waveId}, ${wave.surveyId}, ${wave.version}
    from unnest(${column('invitationId')}::uuid[], ${column('personId')}::uuid[], ${column('tokenHash')}::bytea[],
      ${column('channel')}::text[], ${column('weight')}::real[], ${column('arm')}::smallint[], ${column('expiresAt')}::timestamptz[]) as i
    on conflict (workspace_id, wave_id, person_id) do nothing returning person_id`.execute(tx)
  return new Set(rows.map(row => row.person_id))
}
