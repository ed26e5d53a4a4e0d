import { standardWordings } from '../../src/loop/surveys/index.ts'
import type { Database, Scope } from '../../src/platform/database/index.ts'
import { randomToken, tokenHash } from '../../src/platform/secrets/index.ts'

/** A wave of people with personal links, for stories and measurements. */
export type Invited = {
  surveyId: string
  waveId: string
  links: { token: string; invitationId: string; personId: string }[]
}

const DAY = 86_400_000

/** Asks `count` people in one wave of a new survey with the standard wording. */
export async function invitedPeople(
  database: Database,
  scope: Scope,
  count: number,
  options: { expiresInDays?: number; language?: string | null; wording?: Record<string, unknown> } = {},
): Promise<Invited> {
  const { expiresInDays = 30, language = null, wording = standardWordings('{{company}}', 'en') } = options
  const tokens = Array.from({ length: count }, randomToken)
  return database.inWorkspace(scope, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: 'Relationship' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('survey_versions').values({ survey_id, version: 1, wording }).execute()
    const { wave_id } = await tx
      .insertInto('waves')
      .values({ survey_id, name: 'Autumn' })
      .returning('wave_id')
      .executeTakeFirstOrThrow()
    const links: Invited['links'] = []
    for (let from = 0; from < count; from += 2000) {
      const portion = tokens.slice(from, from + 2000)
      const people = await tx
        .insertInto('people')
        .values(portion.map((_, i) => ({ name: `Aino Virtanen ${from + i}`, language })))
        .returning('person_id')
        .execute()
      const invitations = await tx
        .insertInto('invitations')
        .values(
          portion.map((token, i) => ({
            wave_id,
            survey_id,
            survey_version: 1,
            person_id: people[i]?.person_id ?? '',
            channel: 'email',
            token_hash: tokenHash(token),
            expires_at: new Date(Date.now() + expiresInDays * DAY),
          })),
        )
        .returning(['invitation_id', 'person_id'])
        .execute()
      portion.forEach((token, i) => {
        const row = invitations[i]
        if (row) links.push({ token, invitationId: row.invitation_id, personId: row.person_id })
      })
    }
    return { surveyId: survey_id, waveId: wave_id, links }
  })
}
