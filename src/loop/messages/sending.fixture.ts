import { pino } from 'pino'
import type { Database } from '../../platform/database/index.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { recordBasis, savePerson } from '../people/index.ts'
import { createSurvey } from '../surveys/index.ts'
import { waveMessages } from './queries/queue.ts'

export const SECRET = 'a secret of at least thirty-two bytes'
/** A Tuesday at noon in Berlin. */
export const NOON = new Date('2026-03-03T11:00:00Z')

/** Tools for a sender in a test, with a clock that stands. */
export const toolsFor = (database: Database, smtpUrl: string | null, clock = () => NOON): Tools => ({
  database,
  clock,
  log: pino({ level: 'silent' }),
  settings: { secret: SECRET, publicUrl: 'https://echolot.example', smtpUrl, demo: false } as never,
})

type Scope = { workspaceId: string; actor: string }

/** People who consented, a survey, and a wave with one queued message for each. */
export async function queuedWave(
  database: Database,
  scope: Scope,
  people: { email: string; timeZone?: string; basis?: 'consent' | 'none' }[],
  at = NOON,
) {
  return database.inWorkspace(scope, async tx => {
    const survey = await createSurvey(tx, { name: 'Relationship' })
    const wave = await tx
      .insertInto('waves')
      .values({ survey_id: survey.surveyId, name: 'Spring' })
      .returning('wave_id')
      .executeTakeFirstOrThrow()
    const expiresAt = new Date(at.getTime() + 48 * 3_600_000)
    const invited = []
    for (const { email, timeZone, basis } of people) {
      const { personId } = await savePerson(tx, { email, timeZone })
      if (basis !== 'none') {
        const evidence = { basis: 'consent' as const, text: 'yes', givenAt: '2026-01-01', source: 'form' }
        await recordBasis(
          tx,
          { channel: 'email', audience: { kind: 'selection', personIds: [personId] }, evidence },
          null,
        )
      }
      const invitation = await tx
        .insertInto('invitations')
        .values({
          wave_id: wave.wave_id,
          survey_id: survey.surveyId,
          survey_version: 1,
          person_id: personId,
          channel: 'email',
          token_hash: Buffer.from(crypto.randomUUID()),
          expires_at: expiresAt,
        })
        .returning('invitation_id')
        .executeTakeFirstOrThrow()
      invited.push({
        invitationId: invitation.invitation_id,
        personId,
        address: email,
        addressKey: addressKey(SECRET, 'email', email),
        language: 'de',
      })
    }
    await waveMessages.queue(
      tx,
      { waveId: wave.wave_id, step: 0, channel: 'email', purpose: 'survey', expiresAt, notBefore: at },
      invited,
    )
    return { waveId: wave.wave_id, surveyId: survey.surveyId, invited }
  })
}

/** State and reason of every message, by address. */
export async function fates(database: Database, scope: Scope): Promise<Record<string, string>> {
  const rows = await database.readWorkspace(scope, reader =>
    reader.selectFrom('messages').select(['address', 'state', 'reason']).execute(),
  )
  return Object.fromEntries(rows.map(row => [row.address, [row.state, row.reason].filter(Boolean).join(' ')]))
}
