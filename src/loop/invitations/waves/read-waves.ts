import type { Reader } from '../../../platform/database/index.ts'
import {
  AskingChannel,
  type Audience,
  cursorOf,
  cursorUnknown,
  Drawn,
  type Page,
  type PageQuery,
  Refusal,
  readCursor,
  Sample,
  SubjectRest,
  SubjectTest,
  type Wave,
  type WaveState,
} from '../../../vocabulary/index.ts'
import { messageCounts, reasonCounts, waveRow, waveRows } from './queries/waves.ts'

type Row = NonNullable<Awaited<ReturnType<typeof waveRow>>>
const MOVING = ['queued', 'claimed', 'gate', 'deferred']

function waveOf(row: Row, messages: Record<string, number>): Wave {
  return {
    waveId: row.wave_id,
    surveyId: row.survey_id,
    surveyName: row.survey_name,
    name: row.name,
    startsOn: row.starts_on,
    kind: row.kind,
    planId: row.plan_id,
    triggerId: row.trigger_id,
    channel: AskingChannel.catch('email').parse(row.channel),
    audience: row.audience as Audience,
    sample: row.sample && Sample.parse(row.sample),
    drawn: row.drawn && Drawn.parse(row.drawn),
    reminders: row.reminders,
    subjects: row.subjects && SubjectTest.parse(row.subjects),
    rest: row.rest && SubjectRest.parse(row.rest),
    state: stateOf(row, messages),
    approvedAt: row.approved_at?.toISOString() ?? null,
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    leftOut: row.left_out as Record<string, number>,
    messages,
    invited: row.invited ?? 0,
    answered: row.answered ?? 0,
  }
}

/** Imported rounds were never approved but have answers: they are done. */
function stateOf(row: Row, messages: Record<string, number>): WaveState {
  if (!row.approved_at) return (row.answered ?? 0) > 0 ? 'done' : 'draft'
  if (row.stopped_at) return 'stopped'
  if (!row.planned_at) return 'planning'
  return MOVING.some(state => (messages[state] ?? 0) > 0) ? 'sending' : 'done'
}

async function withCounts(reader: Reader, rows: Row[]): Promise<Wave[]> {
  const counts =
    rows.length > 0
      ? await messageCounts(
          reader,
          rows.map(row => row.wave_id),
        )
      : []
  return rows.map(row => {
    const own = counts.filter(count => count.wave_id === row.wave_id)
    return waveOf(row, Object.fromEntries(own.map(count => [count.state, count.messages])))
  })
}

/** Rounds of asking page by page, newest first, with what became of their messages. */
export async function listWaves(
  reader: Reader,
  { surveyId, limit, cursor }: PageQuery & { surveyId?: string },
): Promise<Page<Wave>> {
  const after = readCursor(cursor)?.map(String) ?? null
  if (after && after.length !== 3) throw cursorUnknown()
  const rows = await waveRows(reader, surveyId, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: await withCounts(reader, rows.slice(0, limit)),
    next: last ? cursorOf([last.starts_on, last.place, last.wave_id]) : null,
  }
}

/** One round of asking. */
export async function readWave(reader: Reader, waveId: string): Promise<Wave> {
  const row = await waveRow(reader, waveId)
  const [wave] = await withCounts(reader, row ? [row] : [])
  if (!wave) throw new Refusal('not_found')
  return wave
}

/** Why messages of a wave did not simply leave, with counts. */
export async function listReasons(reader: Reader, waveId: string) {
  await readWave(reader, waveId)
  const rows = await reasonCounts(reader, waveId)
  return { items: rows.map(row => ({ state: row.state, reason: row.reason ?? '', messages: row.messages })) }
}
