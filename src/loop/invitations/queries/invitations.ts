import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Adds invitations at once; a person who has one in the wave keeps it. Returns the people who got a new one. */
export async function insertInvitations(
  tx: Tx,
  wave: { waveId: string; surveyId: string; version: number; channel: string; expiresAt: Date },
  invitations: { invitationId: string; personId: string; tokenHash: Buffer }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ person_id: string }>`
    insert into invitations (invitation_id, person_id, token_hash, wave_id, survey_id, survey_version, channel, expires_at)
    select i.*, ${wave.waveId}, ${wave.surveyId}, ${wave.version}, ${wave.channel}, ${wave.expiresAt}
    from unnest(${invitations.map(i => i.invitationId)}::uuid[], ${invitations.map(i => i.personId)}::uuid[],
      ${invitations.map(i => i.tokenHash)}::bytea[]) as i
    on conflict (workspace_id, wave_id, person_id) do nothing returning person_id`.execute(tx)
  return new Set(rows.map(row => row.person_id))
}
