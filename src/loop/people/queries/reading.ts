import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/index.ts'

const SORT_NAME = sql<string>`lower(coalesce(p.name, p.email, p.external_id, ''))`

/** People with their last answer. */
const withLastAnswer = (reader: Reader) =>
  reader
    .selectFrom('people as p')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('responses as r')
          .select(['r.score', 'r.answered_at'])
          .whereRef('r.workspace_id', '=', 'p.workspace_id')
          .whereRef('r.person_id', '=', 'p.person_id')
          .where('r.state', '=', 'confirmed')
          .orderBy('r.answered_at', 'desc')
          .limit(1)
          .as('last'),
      join => join.onTrue(),
    )
    .select(['p.person_id', 'p.name', 'p.company', 'p.email', 'p.country', 'last.score', 'last.answered_at'])
    .select(SORT_NAME.as('sort_name'))

/** People whose name, company or address holds `wanted`, by name, after the cursor, each with the last answer. */
export const peoplePage = (
  reader: Reader,
  { wanted, after, limit }: { wanted: string | undefined; after: { name: string; id: string } | null; limit: number },
) => {
  const pattern = `%${(wanted ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const holds = sql<boolean>`concat_ws(' ', p.name, p.company, p.email, p.external_id) ilike ${pattern}`
  const beyond = sql<boolean>`(${SORT_NAME}, p.person_id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid)`
  return withLastAnswer(reader)
    .$if(wanted !== undefined && wanted !== '', query => query.where(holds))
    .$if(after !== null, query => query.where(beyond))
    .orderBy(SORT_NAME)
    .orderBy('p.person_id')
    .limit(limit)
    .execute()
}

/** One person with the legal basis for mail. */
export const personRow = (reader: Reader, personId: string) =>
  reader
    .selectFrom('people as p')
    .leftJoin('permissions as m', join =>
      join
        .onRef('m.workspace_id', '=', 'p.workspace_id')
        .onRef('m.person_id', '=', 'p.person_id')
        .on('m.channel', '=', 'email'),
    )
    .selectAll('p')
    .select('m.basis')
    .where('p.person_id', '=', personId)
    .executeTakeFirst()
