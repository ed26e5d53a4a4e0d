import { pino } from 'pino'
import { planWave } from '../../src/loop/invitations/index.ts'
import { sending } from '../../src/loop/messages/index.ts'
import { createSurvey } from '../../src/loop/surveys/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { mailServer } from '../../test/harness/mail-server.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const PEOPLE = 100_000
const SECONDS = 15
/** A Tuesday at noon, so that no quiet hours hold. */
const NOON = new Date('2026-03-03T11:00:00Z')

/** 100,000 invitations planned, then mails per second through a local SMTP server with the gate on. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url)
  const server = await mailServer()
  try {
    const settings = {
      secret: 'x'.repeat(32),
      publicUrl: 'https://echolot.example',
      smtpUrl: server.url,
      demo: false,
    } as never
    const tools: Tools = { database, settings, log: pino({ level: 'silent' }), clock: () => NOON }
    const planned = await plan(tools)
    const began = performance.now()
    const work = sending(tools)
    while (performance.now() - began < SECONDS * 1000) await work.once()
    const rate = server.accepted.length / ((performance.now() - began) / 1000)
    return [
      { name: `${PEOPLE.toLocaleString('en')} invitations planned`, value: planned, unit: 's', goal: '≤ 20' },
      { name: 'mails through a local SMTP server, gate on', value: rate, unit: 'per s', goal: '≥ 150' },
    ]
  } finally {
    await server.stop()
    await database.close()
    await scratch.stop()
  }
}

async function plan(tools: Tools): Promise<number> {
  const { database } = tools
  const { rows } = await database.pool.query<{ workspace_id: string }>(
    `insert into workspaces (name, sender_address, imprint) values ('Nordwind', 'ask@nordwind.example', 'Nordwind GmbH') returning workspace_id`,
  )
  const workspaceId = rows[0]?.workspace_id ?? ''
  await database.pool.query(
    `insert into sender_domains (workspace_id, domain, override_at, override_note) values ($1, 'nordwind.example', now(), 'a trial')`,
    [workspaceId],
  )
  await database.pool.query(
    `with p as (insert into people (workspace_id, email, name, language)
       select $1, 'person' || n || '@example.com', 'Person ' || n, 'de' from generate_series(1, $2::int) n returning person_id)
     insert into permissions (workspace_id, person_id, channel, basis) select $1, person_id, 'email', 'consent' from p`,
    [workspaceId, PEOPLE],
  )
  await database.pool.query('analyze')
  const waveId = await database.inWorkspace({ workspaceId }, async tx => {
    const { surveyId } = await createSurvey(tx, { name: 'Bench' })
    const wave = { survey_id: surveyId, name: 'Bench', approved_at: NOON }
    return (await tx.insertInto('waves').values(wave).returning('wave_id').executeTakeFirstOrThrow()).wave_id
  })
  const began = performance.now()
  await database.inWorkspace({ workspaceId }, tx => planWave(tx, waveId, tools))
  return (performance.now() - began) / 1000
}
