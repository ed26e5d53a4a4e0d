import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Scores opened within this time by one link are the work of a program. */
const BURST_SECONDS = 60
/** Nobody reads a mail faster than this after it was handed over. */
const READING_SECONDS = 2

/** Notes that a link was opened: an intent at most; several scores within a minute, or too soon after sending, look like a scanner. */
export const insertVisit = (
  tx: Tx,
  visit: { invitationId: string; score: number | null; rating: number | null; sign: string | null },
) =>
  sql`with signs as (
      select coalesce(${visit.sign}::text,
        case when exists (
          select from invitation_visits v where v.invitation_id = ${visit.invitationId} and coalesce(v.score, v.rating) <> ${visit.score ?? visit.rating}::smallint
            and v.visited_at > now() - make_interval(secs => ${BURST_SECONDS})) then 'several_scores' end,
        case when exists (
          select from messages m where m.invitation_id = ${visit.invitationId}
            and m.accepted_at > now() - make_interval(secs => ${READING_SECONDS})) then 'too_soon' end) as sign
    ), earlier as (
      update invitation_visits v set scanner_suspected = true, sign = coalesce(v.sign, 'several_scores')
      from signs where signs.sign = 'several_scores' and v.invitation_id = ${visit.invitationId} and not v.scanner_suspected
        and v.visited_at > now() - make_interval(secs => ${BURST_SECONDS})
    )
    insert into invitation_visits (invitation_id, score, rating, scanner_suspected, sign)
    select ${visit.invitationId}::uuid, ${visit.score}::smallint, ${visit.rating}::smallint, sign is not null, sign from signs`.execute(
    tx,
  )
