import { sql } from 'kysely'
import type { Bulk, CopyLines } from '../../../platform/database/index.ts'
import { ANSWER_COLUMNS } from '../rows/answer-row.ts'
import type { Taken } from '../taken.ts'

/** Takes one portion of answers with different keys: those that are known stay, people are found or made, the rest is added. */
export async function takeAnswers({ tx, copy }: Bulk, lines: CopyLines, surveyId: string): Promise<Taken> {
  await sql`create temporary table incoming (row_number bigint, response_id uuid, new_person_id uuid, source_key text, score smallint, comment text,
    answered_at timestamptz, weight real, channel text, wave text, external_id text, email text, email_key text generated always as (lower(email)) stored, name text, company text,
    language text, country text, attributes jsonb, person_id uuid) on commit drop`.execute(tx)
  await copy('incoming', ANSWER_COLUMNS, lines)
  const known = await sql`delete from incoming i where
    (select true from responses r where r.source = 'import' and r.source_key = i.source_key)`.execute(tx)
  await findPeople({ tx })
  await addPeople({ tx })
  const added = await sql`
    insert into responses (response_id, survey_id, wave_id, person_id, channel, score, comment, language, weight, attributes, source, source_key, answered_at, anonymous)
    select i.response_id, ${surveyId}::uuid, w.wave_id, i.person_id, i.channel, i.score, i.comment, i.language, i.weight, case when i.country is null then i.attributes else jsonb_build_object('country', i.country) || i.attributes end, 'import', i.source_key,
      coalesce(i.answered_at, w.starts_on::timestamp at time zone
        (select time_zone from workspaces where workspace_id = current_setting('app.workspace_id')::uuid), now()),
      (select s.anonymous from surveys s where s.survey_id = ${surveyId}::uuid)
    from incoming i left join waves w on w.survey_id = ${surveyId}::uuid and w.name = i.wave
    order by i.row_number`.execute(tx)
  await sql`drop table incoming`.execute(tx)
  return {
    added: Number(added.numAffectedRows ?? 0),
    changed: 0,
    known: Number(known.numAffectedRows ?? 0),
    rejected: [],
  }
}

/** Who of the incoming rows is known, by the other system's id first, then by mail address. */
async function findPeople({ tx }: Pick<Bulk, 'tx'>): Promise<void> {
  await sql`update incoming i set person_id = (select p.person_id from people p where p.external_id = i.external_id)
    where i.person_id is null and i.external_id is not null`.execute(tx)
  await sql`update incoming i set person_id = (select p.person_id from people p
      where p.email_key = i.email_key and (i.external_id is null or p.external_id is null))
    where i.person_id is null and i.email is not null`.execute(tx)
}

/** In an answer they are what stood at that time, at the person they are computed. */
const COMPUTED = sql`array(select name from attribute_definitions where source = 'computed' and archived_at is null)`

/** Makes the people that are missing; a mail address that somebody else has is left out. */
async function addPeople({ tx }: Pick<Bulk, 'tx'>): Promise<void> {
  const missing = sql`i.person_id is null and coalesce(i.external_id, i.email) is not null`
  const made = await sql`
    insert into people (person_id, external_id, email, name, company, language, country, attributes)
    select distinct on (coalesce('id:' || i.external_id, i.email_key)) i.new_person_id, i.external_id, i.email, i.name, i.company, i.language, i.country, i.attributes - ${COMPUTED}
    from incoming i where ${missing}
    order by coalesce('id:' || i.external_id, i.email_key), i.answered_at desc nulls last, i.row_number desc
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ any: boolean }>`select exists (select from incoming i where ${missing}) as any`.execute(
    tx,
  )
  if (!rows[0]?.any) return
  if (Number(made.numAffectedRows ?? 0) > 0) await findPeople({ tx })
  const left = await sql`
    insert into people (person_id, external_id, name, company, language, country, attributes)
    select distinct on (i.external_id) i.new_person_id, i.external_id, i.name, i.company, i.language, i.country, i.attributes - ${COMPUTED}
    from incoming i where i.person_id is null and i.external_id is not null
    order by i.external_id, i.answered_at desc nulls last, i.row_number desc
    on conflict do nothing`.execute(tx)
  if (Number(left.numAffectedRows ?? 0) > 0) await findPeople({ tx })
}
