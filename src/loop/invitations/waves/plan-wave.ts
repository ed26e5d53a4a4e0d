import { randomInt } from 'node:crypto'
import type { Tx } from '../../../platform/database/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import type { Work } from '../../../platform/work-loop.ts'
import { Audience, type LeftOut, Sample, SubjectRest, SubjectTest } from '../../../vocabulary/index.ts'
import { type Chosen, drawSample } from '../samples/draw-sample.ts'
import { handOutSubjects } from '../subjects/hand-out-subjects.ts'
import { sortingFor } from './check-send.ts'
import { type Guest, type Invitations, invite } from './invite.ts'
import { planningRow, updateWave, waveToPlan } from './queries/waves.ts'
import { type Asked, countReasons, sortAudience } from './sort-candidates.ts'

type Counts = Partial<Record<LeftOut, number>>
type Row = NonNullable<Awaited<ReturnType<typeof planningRow>>>

/** Turns an approved wave into invitations and queued messages, all or none; a wave that is planned stays as it is. */
export async function planWave(tx: Tx, waveId: string, tools: Pick<Tools, 'settings' | 'clock'>): Promise<number> {
  const row = await planningRow(tx, waveId)
  if (!row?.approved_at || row.planned_at || !row.version) return 0
  const at = tools.clock()
  const sample = row.sample === null ? null : Sample.parse(row.sample)
  const asked = { audience: Audience.parse(row.audience), channel: row.channel, by: sample?.by ?? null }
  const sorting = await sortingFor(tx, asked, tools, waveId)
  const { survey_id: surveyId, version, language } = row
  const reminderDays = row.reminders.reduce((sum, days) => sum + days, 0)
  const wave = { waveId, surveyId, version, language, secret: sorting.secret, at, reminderDays }
  const leftOut: Counts = {}
  const frame: Asked[] = []
  let planned = 0
  for await (const portion of sortAudience(tx, sorting)) {
    countReasons(leftOut, portion.leftOut)
    if (sample || row.subjects) frame.push(...portion.asked)
    else planned += await invite(tx, wave, portion.asked)
  }
  if (frame.length > 0) planned = await inviteDrawn(tx, row, wave, sample, frame, leftOut)
  await updateWave(tx, waveId, { planned_at: at, left_out: JSON.stringify(leftOut) })
  return planned
}

/** Chance decides: who is drawn, and which subject line each of them gets. */
async function inviteDrawn(
  tx: Tx,
  row: Row,
  wave: Invitations,
  sample: Sample | null,
  frame: Asked[],
  leftOut: Counts,
): Promise<number> {
  const rest = row.rest === null ? null : SubjectRest.parse(row.rest)
  const drawn = await draw(tx, wave.waveId, sample, frame)
  if (drawn.length < frame.length) leftOut.not_drawn = frame.length - drawn.length
  const test = row.subjects === null ? null : SubjectTest.parse(row.subjects)
  const guests: Guest[] = test ? await handOutSubjects(tx, { wave, test, rest, people: drawn }) : drawn
  if (guests.length < drawn.length) leftOut.after_test = drawn.length - guests.length
  let planned = 0
  for (let i = 0; i < guests.length; i += 5000) planned += await invite(tx, wave, guests.slice(i, i + 5000))
  return planned
}

/** Draws, and writes down how. */
async function draw(tx: Tx, waveId: string, sample: Sample | null, frame: Asked[]): Promise<Chosen<Asked>[]> {
  if (!sample) return frame.map(person => ({ ...person, weight: null }))
  const seed = sample.seed ?? randomInt(2 ** 32)
  const { chosen, drawn } = drawSample(frame, sample, seed)
  await updateWave(tx, waveId, { drawn: JSON.stringify(drawn) })
  return chosen
}

/** Plans what was approved, in the background, so that approving takes no time. */
export const planning = (tools: Tools): Work => ({
  name: 'planning',
  once: async () => {
    const next = await waveToPlan(tools.database)
    if (!next) return false
    await tools.database.inWorkspace({ workspaceId: next.workspaceId, actor: 'echolot' }, tx =>
      planWave(tx, next.waveId, tools),
    )
    return true
  },
})
