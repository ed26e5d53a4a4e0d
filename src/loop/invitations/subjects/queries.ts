import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'

/** For each compared subject line: how many mails were taken, how many wait, how many of the people answered. */
export async function armCounts(reader: Reader, waveId: string) {
  const { rows } = await sql<{ arm: number; sent: number; waiting: number; answered: number; lastSentAt: Date | null }>`
    select i.arm, count(*) filter (where m.state = 'accepted')::int as sent,
      count(*) filter (where m.state in ('queued', 'claimed', 'gate', 'deferred', 'planned'))::int as waiting,
      count(r.response_id) filter (where m.state = 'accepted')::int as answered, max(m.accepted_at) as "lastSentAt"
    from invitations i
    join messages m on m.invitation_id = i.invitation_id and m.step = 0
    left join responses r on r.invitation_id = i.invitation_id and r.state = 'confirmed'
    where i.wave_id = ${waveId} and i.arm is not null
    group by i.arm order by i.arm`.execute(reader)
  return rows
}
