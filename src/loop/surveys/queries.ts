import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/index.ts'
import type { Opening, SurveyKind, Wordings } from '../../vocabulary/index.ts'

/** Adds a survey; its wording follows as version 1. */
export async function insertSurvey(
  tx: Tx,
  survey: { name: string; kind: SurveyKind; opening: Opening; anonymous: boolean; anonymous_threshold: number },
): Promise<string> {
  const row = await tx.insertInto('surveys').values(survey).returning('survey_id').executeTakeFirstOrThrow()
  return row.survey_id
}

/** Adds the next version; the row of the survey is the lock, so that two at once become two versions. */
export async function insertVersion(tx: Tx, surveyId: string, wording: Wordings): Promise<number> {
  await tx
    .selectFrom('surveys')
    .select('survey_id')
    .where('survey_id', '=', surveyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const row = await tx
    .insertInto('survey_versions')
    .values(eb => ({
      survey_id: surveyId,
      version: eb
        .selectFrom('survey_versions')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next'))
        .where('survey_id', '=', surveyId),
      wording: JSON.stringify(wording),
    }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

const surveyQuery = (reader: Reader) =>
  reader
    .selectFrom('surveys')
    .innerJoin('survey_versions as newest', 'newest.survey_id', 'surveys.survey_id')
    .where('newest.version', '=', eb =>
      eb
        .selectFrom('survey_versions as v')
        .select(eb => eb.fn.max('v.version').as('version'))
        .whereRef('v.survey_id', '=', 'surveys.survey_id'),
    )
    .select(['surveys.survey_id', 'surveys.name', 'surveys.created_at', 'surveys.archived_at'])
    .select(['surveys.kind', 'surveys.opening', 'surveys.anonymous', 'surveys.anonymous_threshold'])
    .select(['newest.version', 'newest.wording', 'newest.published_at'])
    .select(eb => [
      eb
        .selectFrom('waves')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .whereRef('waves.survey_id', '=', 'surveys.survey_id')
        .as('waves'),
      eb
        .selectFrom('responses')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .whereRef('responses.survey_id', '=', 'surveys.survey_id')
        .where('responses.state', '=', 'confirmed')
        .as('responses'),
    ])

/** Surveys with their newest version and counts, newest first, after the place where the page before ended. */
export const surveyRows = (reader: Reader, after: string[] | null, most: number) =>
  surveyQuery(reader)
    .select(sql<string>`surveys.created_at::text`.as('place'))
    .$if(after !== null, query =>
      query.where(
        sql<boolean>`(surveys.created_at, surveys.survey_id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('surveys.created_at', 'desc')
    .orderBy('surveys.survey_id', 'desc')
    .limit(most)
    .execute()

export const surveyRow = (reader: Reader, surveyId: string) =>
  surveyQuery(reader).where('surveys.survey_id', '=', surveyId).executeTakeFirst()

/** One version's wording. */
export const versionRow = (reader: Reader, surveyId: string, version: number) =>
  reader
    .selectFrom('survey_versions')
    .select(['version', 'wording', 'published_at'])
    .where('survey_id', '=', surveyId)
    .where('version', '=', version)
    .executeTakeFirst()

/** The newest versions with who published them, newest first. */
export const versionRows = (reader: Reader, surveyId: string, most: number) =>
  reader
    .selectFrom('survey_versions as v')
    .leftJoin('events as e', join =>
      join
        .onRef('e.subject_id', '=', 'v.survey_id')
        .on('e.name', '=', 'survey.published')
        .on(sql<boolean>`e.payload ->> 'version' = v.version::text`),
    )
    .leftJoin('accounts as a', join => join.on(sql<boolean>`e.actor = 'account:' || a.account_id`))
    .select(['v.version', 'v.wording', 'v.published_at', 'a.name as published_by'])
    .where('v.survey_id', '=', surveyId)
    .orderBy('v.version', 'desc')
    .limit(most)
    .execute()

type SurveyChange = {
  name?: string | undefined
  kind?: SurveyKind | undefined
  anonymous?: boolean | undefined
  anonymousThreshold?: number | undefined
  archived?: boolean | undefined
}

export async function updateSurvey(
  tx: Tx,
  surveyId: string,
  { archived, anonymousThreshold, ...change }: SurveyChange,
): Promise<void> {
  const archivedAt = archived ? sql<Date>`coalesce(archived_at, now())` : null
  await tx
    .updateTable('surveys')
    .set({
      ...change,
      ...(anonymousThreshold === undefined ? {} : { anonymous_threshold: anonymousThreshold }),
      ...(archived === undefined ? {} : { archived_at: archivedAt }),
    })
    .where('survey_id', '=', surveyId)
    .execute()
}

/**
 * Whether anybody answered a survey, in whatever state the answer is, or was asked. It holds the survey's row, for which
 * an answer on its way waits.
 */
export async function answeredSurvey(tx: Tx, surveyId: string): Promise<{ answered: boolean; asked: boolean }> {
  await tx.selectFrom('surveys').select('survey_id').where('survey_id', '=', surveyId).forUpdate().execute()
  const first = (table: 'responses' | 'waves') =>
    tx.selectFrom(table).select('survey_id').where('survey_id', '=', surveyId).limit(1)
  const answer = await first('responses').executeTakeFirst()
  const wave = await first('waves').where('approved_at', 'is not', null).executeTakeFirst()
  return { answered: answer !== undefined, asked: wave !== undefined }
}

/** Name, language and imprint of the workspace that asks, and how many anonymous answers it shows at least. */
export const askingWorkspace = (reader: Reader) =>
  reader.selectFrom('workspaces').select(['name', 'language', 'imprint', 'shown_from']).executeTakeFirstOrThrow()

/** First questions and follow-ups of versions in the languages in which they were answered, or else in their first one. */
export async function askedTexts(
  reader: Reader,
  asked: { surveyId: string; version: number; language: string }[],
): Promise<AskedText[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<AskedText>`
    select a.survey_id as "surveyId", a.version, a.language as asked, l.language, t.text ->> 'question' as question,
      jsonb_build_object('followUp', t.text -> 'followUp', 'followUpByScore', coalesce(t.text -> 'followUpByScore', '{}')) as wording,
      (select name from workspaces) as company
    from (select distinct * from unnest(${asked.map(one => one.surveyId)}::uuid[], ${asked.map(one => one.version)}::integer[],
      ${asked.map(one => one.language)}::text[]) as asked (survey_id, version, language)) a
    cross join lateral (select wording from survey_versions v
      where v.survey_id = a.survey_id and v.version = a.version offset 0) v
    cross join lateral (select case when v.wording -> 'texts' -> a.language is null
      then v.wording ->> 'language' else a.language end as language) l
    cross join lateral (select v.wording -> 'texts' -> l.language as text) t
    where t.text is not null`.execute(reader)
  return rows
}

type AskedText = {
  surveyId: string
  version: number
  asked: string
  language: string
  question: string
  wording: unknown
  company: string
}
