import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader, Tables } from '../../../platform/database/index.ts'

const SORT_NAME = sql<string>`lower(coalesce(p.name, p.email, p.external_id, ''))`

type PersonRow = Record<'workspace_id' | 'person_id' | 'sort_name', string> &
  Record<'name' | 'company' | 'email' | 'country', string | null>

/** People whose name, company or address holds `wanted`, by name, after the cursor, each with the last answer. */
export const peoplePage = (
  reader: Reader,
  { wanted, after, limit }: { wanted: string | undefined; after: { name: string; id: string } | null; limit: number },
) => {
  const pattern = `%${(wanted ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const holds = sql<boolean>`concat_ws(' ', p.name, p.company, p.email, p.external_id) ilike ${pattern}`
  const beyond = sql<boolean>`(${SORT_NAME}, p.person_id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid)`
  const page = reader
    .selectFrom('people as p')
    .select(['p.workspace_id', 'p.person_id', 'p.name', 'p.company', 'p.email', 'p.country'])
    .select(SORT_NAME.as('sort_name'))
    .$if(wanted !== undefined && wanted !== '', query => query.where(holds))
    .$if(after !== null, query => query.where(beyond))
    .orderBy(SORT_NAME)
    .orderBy('p.person_id')
    .limit(limit)
  // The page first, then its answers: the other way round every answer of everybody would be looked up.
  return withLastAnswer(reader.selectFrom(page.as('p')))
}

const withLastAnswer = (page: SelectQueryBuilder<Tables & { p: PersonRow }, 'p', object>) =>
  page
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('responses as r')
          .select(['r.opening', 'r.score', 'r.rating', 'r.answered_at'])
          .whereRef('r.workspace_id', '=', 'p.workspace_id')
          .whereRef('r.person_id', '=', 'p.person_id')
          .where('r.state', '=', 'confirmed')
          .orderBy('r.answered_at', 'desc')
          .limit(1)
          .as('last'),
      join => join.onTrue(),
    )
    .selectAll('p')
    .select(['last.opening', 'last.score', 'last.rating', 'last.answered_at'])
    .orderBy('p.sort_name')
    .orderBy('p.person_id')
    .execute()

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
