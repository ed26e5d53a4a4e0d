import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../../platform/database/index.ts'
import type { Audience, WaveOptions } from '../../../../vocabulary/index.ts'

export async function insertWave(
  tx: Tx,
  wave: { surveyId: string; name: string; audience: Audience } & Partial<WaveOptions>,
): Promise<string> {
  const row = await tx
    .insertInto('waves')
    .values({
      survey_id: wave.surveyId,
      name: wave.name,
      audience: JSON.stringify(wave.audience),
      channel: wave.channel ?? 'email',
      sample: wave.sample ? JSON.stringify(wave.sample) : null,
      subjects: wave.subjects ? JSON.stringify(wave.subjects) : null,
    })
    .returning('wave_id')
    .executeTakeFirstOrThrow()
  return row.wave_id
}

/** Writes after how many days a wave reminds; those that stood are gone. */
export async function putReminders(tx: Tx, waveId: string, reminders: number[]): Promise<void> {
  await tx.updateTable('waves').set({ reminders }).where('wave_id', '=', waveId).execute()
  await tx.deleteFrom('wave_reminders').where('wave_id', '=', waveId).execute()
  if (reminders.length === 0) return
  const steps = reminders.map((after_days, i) => ({ wave_id: waveId, step: i + 1, after_days }))
  await tx.insertInto('wave_reminders').values(steps).execute()
}

const waveQuery = (reader: Reader) =>
  reader
    .selectFrom('waves as w')
    .innerJoin('surveys as s', 's.survey_id', 'w.survey_id')
    .select([
      'w.wave_id',
      'w.survey_id',
      's.name as survey_name',
      's.archived_at',
      'w.name',
      'w.starts_on',
      'w.audience',
    ])
    .select(['w.approved_at', 'w.planned_at', 'w.stopped_at', 'w.left_out'])
    .select([
      'w.kind',
      'w.plan_id',
      'w.trigger_id',
      'w.channel',
      'w.sample',
      'w.drawn',
      'w.reminders',
      'w.subjects',
      'w.rest',
    ])
    .select(eb => [
      eb
        .selectFrom('invitations as i')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .whereRef('i.wave_id', '=', 'w.wave_id')
        .as('invited'),
      eb
        .selectFrom('responses as r')
        .select(eb => eb.fn.countAll<number>().as('n'))
        .whereRef('r.wave_id', '=', 'w.wave_id')
        .where('r.state', '=', 'confirmed')
        .as('answered'),
    ])

/** Rounds of asking, newest first, after the place where the page before ended. */
export const waveRows = (reader: Reader, surveyId: string | undefined, after: string[] | null, most: number) =>
  waveQuery(reader)
    .select(sql<string>`w.created_at::text`.as('place'))
    .$if(surveyId !== undefined, query => query.where('w.survey_id', '=', surveyId ?? ''))
    .$if(after !== null, query =>
      query.where(
        sql<boolean>`(w.starts_on, w.created_at, w.wave_id) < (${after?.[0]}::date, ${after?.[1]}::timestamptz, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy('w.starts_on', 'desc')
    .orderBy('w.created_at', 'desc')
    .orderBy('w.wave_id', 'desc')
    .limit(most)
    .execute()

export const waveRow = (reader: Reader, waveId: string) =>
  waveQuery(reader).where('w.wave_id', '=', waveId).executeTakeFirst()

/** How many messages of each wave are in which state. */
export const messageCounts = (reader: Reader, waveIds: string[]) =>
  reader
    .selectFrom('messages')
    .select(eb => ['wave_id', 'state', eb.fn.countAll<number>().as('messages')])
    .where('wave_id', '=', sql<string>`any(${waveIds}::uuid[])`)
    .groupBy(['wave_id', 'state'])
    .execute()

/** Why messages of a wave were held back or failed, with counts. */
export const reasonCounts = (reader: Reader, waveId: string) =>
  reader
    .selectFrom('messages')
    .select(eb => ['state', 'reason', eb.fn.countAll<number>().as('messages')])
    .where('wave_id', '=', waveId)
    .where('reason', 'is not', null)
    .groupBy(['state', 'reason'])
    .orderBy('messages', 'desc')
    .execute()

/** The wave, locked against a second approval. */
export const lockWave = (tx: Tx, waveId: string) =>
  tx.selectFrom('waves').selectAll().where('wave_id', '=', waveId).forUpdate().executeTakeFirst()

type WaveChange = {
  approved_at?: Date
  approved_by?: string | null
  approved_as?: string
  stopped_at?: Date | null
  planned_at?: Date | null
  left_out?: string
  audience?: string
  name?: string
  channel?: string
  sample?: string
  drawn?: string
  subjects?: string
  rest?: string
}

export async function updateWave(tx: Tx, waveId: string, change: WaveChange): Promise<void> {
  await tx.updateTable('waves').set(change).where('wave_id', '=', waveId).execute()
}

/** An approved wave that was not planned yet, of any workspace; outside a transaction, so that asking wakes nobody. */
export async function waveToPlan(database: Database): Promise<{ workspaceId: string; waveId: string } | null> {
  const { rows } = await database.pool.query<{ workspaceId: string; waveId: string }>(
    `select workspace_id as "workspaceId", wave_id as "waveId" from waves
     where approved_at is not null and planned_at is null and stopped_at is null order by approved_at limit 1`,
  )
  return rows[0] ?? null
}

/** What a plan needs of its wave, its survey and its workspace. */
export const planningRow = (reader: Reader, waveId: string) =>
  reader
    .selectFrom('waves as w')
    .innerJoin('workspaces as k', 'k.workspace_id', 'w.workspace_id')
    .where('w.wave_id', '=', waveId)
    .select(['w.wave_id', 'w.survey_id', 'w.audience', 'w.approved_at', 'w.planned_at', 'k.language'])
    .select(['w.sample', 'w.subjects', 'w.rest', 'w.reminders', sql<'email' | 'sms' | 'auto'>`w.channel`.as('channel')])
    .select(eb => [
      eb
        .selectFrom('survey_versions as v')
        .select(eb => eb.fn.max('v.version').as('version'))
        .whereRef('v.survey_id', '=', 'w.survey_id')
        .as('version'),
    ])
    .executeTakeFirst()
