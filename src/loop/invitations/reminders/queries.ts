import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/index.ts'

/** A reminder of a wave that has somebody to look at. */
export type DueReminder = { workspaceId: string; waveId: string; step: number }

/** A reminder whose time has come for somebody, of any workspace. */
export async function reminderDue(database: Database, at: Date): Promise<DueReminder | null> {
  const { rows } = await database.pool.query<DueReminder>(
    `select r.workspace_id as "workspaceId", r.wave_id as "waveId", r.step from wave_reminders r
     join waves w on w.workspace_id = r.workspace_id and w.wave_id = r.wave_id
     where w.approved_at is not null and w.stopped_at is null
       and exists (select from messages m where m.workspace_id = r.workspace_id and m.wave_id = r.wave_id and m.step = r.step - 1
         and m.state = 'accepted' and m.purpose in ('survey', 'reminder') and m.accepted_at > r.reminded_until
         and m.accepted_at <= $1::timestamptz - make_interval(days => r.after_days)) limit 1`,
    [at],
  )
  return rows[0] ?? null
}

/** The reminder, locked against a second process. */
export const lockReminder = (tx: Tx, waveId: string, step: number) =>
  tx
    .selectFrom('wave_reminders')
    .select(['after_days', sql<string>`reminded_until::text`.as('until')])
    .where('wave_id', '=', waveId)
    .where('step', '=', step)
    .forUpdate()
    .executeTakeFirst()

/** Somebody who got the mail before, whether they answered, and where they are reached. */
export type Reminded = {
  invitationId: string
  personId: string
  channel: 'email' | 'sms'
  address: string
  addressKey: Buffer
  language: string
  sentAt: string
  silent: boolean
}

/** Whose mail before was taken after `until` and at the latest at `before`, in that order; all of one moment together. */
export async function mailedBetween(
  tx: Tx,
  reminder: { waveId: string; step: number; until: string; before: Date; most: number; at: Date },
): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`
    select i.invitation_id as "invitationId", i.person_id as "personId", m.channel, m.address, m.address_key as "addressKey",
      m.language, m.accepted_at::text as "sentAt",
      i.revoked_at is null and i.expires_at > ${reminder.at}
        and not exists (select from responses r where r.invitation_id = i.invitation_id) as silent
    from messages m join invitations i on i.invitation_id = m.invitation_id
    where m.wave_id = ${reminder.waveId} and m.step = ${reminder.step - 1} and m.state = 'accepted'
      and m.purpose in ('survey', 'reminder')
      and m.accepted_at > ${reminder.until}::timestamptz and m.accepted_at <= ${reminder.before}
    order by m.accepted_at fetch first ${sql.lit(reminder.most)} rows with ties`.execute(tx)
  return rows
}

/** Up to where this reminder has been looked at. */
export async function markReminded(tx: Tx, waveId: string, step: number, until: string): Promise<void> {
  await sql`update wave_reminders set reminded_until = ${until}::timestamptz where wave_id = ${waveId} and step = ${step}`.execute(
    tx,
  )
}
