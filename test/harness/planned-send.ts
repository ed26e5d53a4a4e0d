import { planWave } from '../../src/loop/invitations/index.ts'
import { createSurvey } from '../../src/loop/surveys/index.ts'
import type { Tools } from '../../src/platform/tools.ts'

/** A Tuesday at noon, so that no quiet hours hold. */
export const NOON = new Date('2026-03-03T11:00:00Z')

/** Settings of a house whose mails go to `smtpUrl`. */
export const mailingSettings = (smtpUrl: string) =>
  ({ secret: 'x'.repeat(32), publicUrl: 'https://echolot.example', smtpUrl, demo: false }) as never

/** A company whose whole base of `people` is to be asked: the wave planned, its mails in the queue, and the seconds that took. */
export async function plannedSend(
  tools: Tools,
  people: number,
): Promise<{ workspaceId: string; waveId: string; seconds: number }> {
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
    [workspaceId, people],
  )
  await database.pool.query('analyze')
  const waveId = await database.inWorkspace({ workspaceId }, async tx => {
    const { surveyId } = await createSurvey(tx, { name: 'Relationship' })
    const wave = { survey_id: surveyId, name: 'Spring', approved_at: NOON }
    return (await tx.insertInto('waves').values(wave).returning('wave_id').executeTakeFirstOrThrow()).wave_id
  })
  const began = performance.now()
  await database.inWorkspace({ workspaceId }, tx => planWave(tx, waveId, tools))
  return { workspaceId, waveId, seconds: (performance.now() - began) / 1000 }
}
