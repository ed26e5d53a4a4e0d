import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../platform/database/index.ts'
import type { LinkChannel } from '../../../vocabulary/index.ts'

/** An open link and all that stands behind it, found by its key. */
export type FoundLink = {
  workspaceId: string
  openLinkId: string
  surveyId: string
  surveyVersion: number
  opening: 'nps' | 'csat' | 'ces' | 'stars' | 'five_point' | 'free'
  anonymous: boolean
  key: string
  channel: LinkChannel
  origins: string[]
  language: string | null
  widget: unknown
  periodDays: number
  usualAnswers: number
  identityVersion: number
  createdAt: Date
  /** Closed itself, or its survey is archived. */
  isClosed: boolean
  company: string
  workspaceLanguage: string
  timeZone: string
  imprint: string | null
}

/** Finds a link by its key, over all workspaces: the key is what says which one. */
export async function findLink(database: Database, key: string): Promise<FoundLink | undefined> {
  const { rows } = await database.pool.query<FoundLink>(
    `select l.workspace_id as "workspaceId", l.open_link_id as "openLinkId", l.survey_id as "surveyId", v.version as "surveyVersion",
      s.opening, s.anonymous, l.key, l.channel, l.origins, l.language, l.widget, l.period_days as "periodDays",
      l.usual_answers as "usualAnswers", l.identity_version as "identityVersion", l.created_at as "createdAt",
      l.closed_at is not null or s.archived_at is not null as "isClosed",
      w.name as company, w.language as "workspaceLanguage", w.time_zone as "timeZone", w.imprint
    from open_links l
    join surveys s on s.workspace_id = l.workspace_id and s.survey_id = l.survey_id
    join workspaces w on w.workspace_id = l.workspace_id
    join lateral (select max(version) as version from survey_versions v
      where v.workspace_id = l.workspace_id and v.survey_id = l.survey_id) v on true
    where l.key = $1`,
    [key],
  )
  return rows[0]
}

/** What a list shows of a link. */
export const linkRows = (reader: Reader, filter: { surveyId?: string | undefined; openLinkId?: string | undefined }) =>
  reader
    .selectFrom('open_links as l')
    .innerJoin('surveys as s', 's.survey_id', 'l.survey_id')
    .innerJoin('survey_versions as v', join =>
      join.onRef('v.survey_id', '=', 's.survey_id').on('v.version', '=', eb =>
        eb
          .selectFrom('survey_versions as n')
          .select(eb => eb.fn.max('n.version').as('version'))
          .whereRef('n.survey_id', '=', 's.survey_id'),
      ),
    )
    .selectAll('l')
    .select(['s.name as survey_name', 's.anonymous', 'v.wording'])
    .select(
      sql<number>`coalesce((select sum(opened)::int from open_link_days d where d.open_link_id = l.open_link_id), 0)`.as(
        'opened',
      ),
    )
    .select(countOf('confirmed').as('answered'))
    .select(countOf('quarantined').as('quarantined'))
    .$if(filter.surveyId !== undefined, query => query.where('l.survey_id', '=', filter.surveyId ?? ''))
    .$if(filter.openLinkId !== undefined, query => query.where('l.open_link_id', '=', filter.openLinkId ?? ''))
    .orderBy('l.created_at', 'desc')
    .orderBy('l.open_link_id')
    .limit(500)
    .execute()

const countOf = (state: 'confirmed' | 'quarantined') =>
  sql<number>`(select count(*)::int from responses r where r.open_link_id = l.open_link_id and r.state = ${sql.lit(state)})`

/** Whether a survey exists here and is asked. */
export const surveyToLink = (reader: Reader, surveyId: string) =>
  reader.selectFrom('surveys').select(['survey_id', 'archived_at']).where('survey_id', '=', surveyId).executeTakeFirst()

type LinkValues = {
  survey_id: string
  key: string
  name: string
  channel: LinkChannel
  origins: string[]
  language: string | null
  widget: string
  period_days: number
  usual_answers: number
}

export const insertLink = async (tx: Tx, values: LinkValues): Promise<string> => {
  const row = await tx.insertInto('open_links').values(values).returning('open_link_id').executeTakeFirstOrThrow()
  return row.open_link_id
}

/** Changes a link; false where there is none. */
export async function updateLink(
  tx: Tx,
  openLinkId: string,
  change: Partial<Omit<LinkValues, 'key' | 'channel' | 'survey_id'>> & { closed?: boolean | undefined },
): Promise<void> {
  const { closed, ...values } = change
  const closing = closed === undefined ? {} : { closed_at: closed ? sql<Date>`coalesce(closed_at, now())` : null }
  await tx
    .updateTable('open_links')
    .set({ ...values, ...closing })
    .where('open_link_id', '=', openLinkId)
    .execute()
}

/** The next secret of a link; undefined where there is no such link. */
export const turnIdentity = (tx: Tx, openLinkId: string) =>
  tx
    .updateTable('open_links')
    .set({ identity_version: sql`identity_version + 1` })
    .where('open_link_id', '=', openLinkId)
    .returning(['open_link_id', 'identity_version'])
    .executeTakeFirst()

/** Adds what was opened since the last time. */
export const addOpened = (tx: Tx, counts: { openLinkId: string; opened: number }[]) =>
  sql`insert into open_link_days (open_link_id, day, opened)
    select link, (now() at time zone 'UTC')::date, n
    from unnest(${counts.map(c => c.openLinkId)}::uuid[], ${counts.map(c => c.opened)}::integer[]) as seen (link, n)
    on conflict (workspace_id, open_link_id, day) do update set opened = open_link_days.opened + excluded.opened`.execute(
    tx,
  )

/** Who asks, as customers know them. */
export const companyName = (reader: Reader): Promise<string> =>
  reader
    .selectFrom('workspaces')
    .select('name as company')
    .executeTakeFirstOrThrow()
    .then(row => row.company)
