import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/index.ts'
import type { Audience, Basis, BasisEvidence, Channel } from '../../../vocabulary/index.ts'
import { inAudience } from './audience.ts'

type Recording = { channel: Channel; evidence: BasisEvidence; recordedBy: string | null; replace: boolean }

/** Records the basis for an audience; without `replace` what is proven already stays as it is. Returns for how many. */
export async function upsertBasis(
  tx: Tx,
  audience: Audience,
  { channel, evidence, recordedBy, replace }: Recording,
): Promise<number> {
  const { basis, ...facts } = evidence
  const chosen = await inAudience(tx, audience)
  const result = await sql`
    insert into permissions (person_id, channel, basis, evidence, recorded_by)
    select person_id, ${channel}, ${basis}, ${JSON.stringify(facts)}::jsonb, ${recordedBy} from people where ${chosen}
    on conflict (workspace_id, person_id, channel) do update
      set basis = excluded.basis, evidence = excluded.evidence, recorded_by = excluded.recorded_by, recorded_at = now()
      where ${replace} or permissions.basis = 'none'
  `.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** How many people have which basis, who has none recorded, who is suppressed by reason. */
export async function basisCounts(reader: Reader, channel: Channel): Promise<{ basis: Basis; people: number }[]> {
  const rows = await reader
    .selectFrom('people')
    .leftJoin('permissions as p', join =>
      join.onRef('p.person_id', '=', 'people.person_id').on('p.channel', '=', channel),
    )
    .select(eb => [sql<Basis>`coalesce(p.basis, 'none')`.as('basis'), eb.fn.countAll<number>().as('people')])
    .groupBy(sql`1`)
    .execute()
  return rows
}

/** Suppressed addresses by reason. */
export const suppressionCounts = (reader: Reader, channel: Channel) =>
  reader
    .selectFrom('addresses')
    .select(eb => ['suppression_reason as reason', eb.fn.countAll<number>().as('addresses')])
    .where('channel', '=', channel)
    .where('suppressed_at', 'is not', null)
    .groupBy('suppression_reason')
    .execute()

export const permissionsOf = (reader: Reader, personId: string) =>
  reader
    .selectFrom('permissions')
    .select(['channel', 'basis', 'evidence', 'recorded_by', 'recorded_at'])
    .where('person_id', '=', personId)
    .orderBy('channel')
    .execute()
