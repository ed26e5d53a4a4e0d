import type { Database } from '../../platform/database/index.ts'
import { addressKey, tokenHash } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { respondToken, waveMessages } from '../messages/index.ts'
import { savePerson } from '../people/index.ts'
import { createSurvey } from '../surveys/index.ts'

type Scope = { workspaceId: string; actor: string }
const DAY_MS = 86_400_000

/** A person who was asked on a channel, with a message that was taken; what stories of replies begin with. */
export async function askedPerson(
  { database, settings, clock }: Tools,
  scope: Scope,
  asked: { channel: 'email' | 'sms'; address: string; anonymous?: boolean; accepted?: boolean },
) {
  return database.inWorkspace(scope, async tx => {
    const survey = await createSurvey(tx, { name: `Relationship ${asked.address}` })
    if (asked.anonymous)
      await tx.updateTable('surveys').set({ anonymous: true }).where('survey_id', '=', survey.surveyId).execute()
    const { wave_id: waveId } = await tx
      .insertInto('waves')
      .values({ survey_id: survey.surveyId, name: 'Spring' })
      .returning('wave_id')
      .executeTakeFirstOrThrow()
    const { personId } = await savePerson(
      tx,
      asked.channel === 'sms' ? { phone: asked.address, name: 'Anna Meier' } : { email: asked.address },
    )
    const evidence = JSON.stringify({ text: 'yes' })
    await tx
      .insertInto('permissions')
      .values({ person_id: personId, channel: asked.channel, basis: 'consent', evidence })
      .execute()
    const invitationId = crypto.randomUUID()
    const token = respondToken(settings.secret, invitationId)
    const expiresAt = new Date(Date.now() + 30 * DAY_MS)
    await tx
      .insertInto('invitations')
      .values({
        invitation_id: invitationId,
        wave_id: waveId,
        survey_id: survey.surveyId,
        survey_version: 1,
        person_id: personId,
        channel: asked.channel,
        token_hash: tokenHash(token),
        expires_at: expiresAt,
      })
      .execute()
    const key = addressKey(settings.secret, asked.channel, asked.address)
    const at = clock()
    await waveMessages.queue(
      tx,
      {
        waveId,
        step: 0,
        channel: asked.channel,
        purpose: 'survey',
        expiresAt: new Date(at.getTime() + 2 * DAY_MS),
        notBefore: at,
      },
      [{ invitationId, personId, address: asked.address, addressKey: key, language: 'en' }],
    )
    if (asked.accepted ?? true) {
      const taken = { state: 'accepted' as const, gated_at: at, accepted_at: at }
      await tx.updateTable('messages').set(taken).where('invitation_id', '=', invitationId).execute()
    }
    const message = await tx
      .selectFrom('messages')
      .select('message_id')
      .where('invitation_id', '=', invitationId)
      .executeTakeFirstOrThrow()
    return { personId, invitationId, messageId: message.message_id, token, surveyId: survey.surveyId, key }
  })
}

/** What the person's answer says; undefined while there is none. */
export const answerTo = (database: Database, scope: Scope, invitationId: string) =>
  database.readWorkspace(scope, reader =>
    reader
      .selectFrom('responses')
      .select(['score', 'comment', 'state', 'channel'])
      .where('invitation_id', '=', invitationId)
      .executeTakeFirst(),
  )
