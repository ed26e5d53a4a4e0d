import { randomBytes, randomUUID } from 'node:crypto'
import { freshToken, hashOf } from '../../src/access/token.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { ROLES, type Role } from '../../src/vocabulary/index.ts'

const DAY = 86_400_000
/** Stands in every text of the other company: must never reach anybody else. */
export const CANARY = 'kanarienvogel'

/** A company with a member of each role. */
export async function company(database: Database, name: string) {
  return database.inInstance(async tx => {
    const { workspace_id: workspaceId } = await tx
      .insertInto('workspaces')
      .values({ name })
      .returning('workspace_id')
      .executeTakeFirstOrThrow()
    const accounts = {} as Record<Role, string>
    for (const role of ROLES) {
      const email = `${role}-${randomBytes(4).toString('hex')}@example.com`
      const { account_id } = await tx
        .insertInto('accounts')
        .values({ email, name: `${name} ${role}` })
        .returning('account_id')
        .executeTakeFirstOrThrow()
      await tx.insertInto('members').values({ workspace_id: workspaceId, account_id, role }).execute()
      accounts[role] = account_id
    }
    return { workspaceId, accounts, scope: { workspaceId, actor: `account:${accounts.owner}` } }
  })
}
export type Company = Awaited<ReturnType<typeof company>>

/** A session of a member, as its cookie. */
export async function cookieOf(database: Database, company: Company, role: Role): Promise<string> {
  const token = freshToken()
  await database.inInstance(tx =>
    tx
      .insertInto('sessions')
      .values({
        token_hash: hashOf(token),
        account_id: company.accounts[role],
        workspace_id: company.workspaceId,
        expires_at: new Date(Date.now() + DAY),
      })
      .execute(),
  )
  return `sid=${token}`
}

/** One row of everything in a company, by the name that addresses give its id. */
export async function oneOfEach(database: Database, company: Company): Promise<Record<string, string>> {
  const text = CANARY
  return database.inWorkspace(company.scope, async tx => {
    const soon = new Date(Date.now() + DAY)
    const survey = await tx
      .insertInto('surveys')
      .values({ name: text })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    const surveyId = survey.survey_id
    await tx.insertInto('survey_versions').values({ survey_id: surveyId, version: 1, wording: '{}' }).execute()
    const { wave_id: waveId } = await tx
      .insertInto('waves')
      .values({ survey_id: surveyId, name: text })
      .returning('wave_id')
      .executeTakeFirstOrThrow()
    const plan = { survey_id: surveyId, name: text }
    const { plan_id: planId } = await tx
      .insertInto('rolling_plans')
      .values(plan)
      .returning('plan_id')
      .executeTakeFirstOrThrow()
    const { trigger_id: triggerId } = await tx
      .insertInto('triggers')
      .values({ ...plan, touchpoint_kind: 'order' })
      .returning('trigger_id')
      .executeTakeFirstOrThrow()
    const { source_id: sourceId } = await tx
      .insertInto('event_sources')
      .values({ name: text, key_hash: hashOf(freshToken()) })
      .returning('source_id')
      .executeTakeFirstOrThrow()
    const { received_id: receivedId } = await tx
      .insertInto('received_events')
      .values({ source_id: sourceId, body: `{"title":"${text}"}`, state: 'sample' })
      .returning('received_id')
      .executeTakeFirstOrThrow()
    const { person_id: personId } = await tx
      .insertInto('people')
      .values({ name: text, email: 'x@example.com' })
      .returning('person_id')
      .executeTakeFirstOrThrow()
    const response = {
      survey_id: surveyId,
      wave_id: waveId,
      person_id: personId,
      channel: 'link',
      score: 2,
      comment: text,
      source: 'test',
      source_key: '1',
    }
    const { response_id: responseId } = await tx
      .insertInto('responses')
      .values(response)
      .returning('response_id')
      .executeTakeFirstOrThrow()
    const opened = { response_id: responseId, person_id: personId, queue: 'support' as const, due_at: soon }
    const { case_id: caseId } = await tx
      .insertInto('cases')
      .values(opened)
      .returning('case_id')
      .executeTakeFirstOrThrow()
    const { import_id: importId } = await tx
      .insertInto('imports')
      .values({ kind: 'people', file_name: `${text}.csv`, mapping: '{}' })
      .returning('import_id')
      .executeTakeFirstOrThrow()
    const { message_id: messageId } = await tx
      .insertInto('messages')
      .values({
        purpose: 'survey',
        wave_id: waveId,
        person_id: personId,
        channel: 'email',
        address: text,
        address_key: Buffer.from(text),
        expires_at: soon,
      })
      .returning('message_id')
      .executeTakeFirstOrThrow()
    const touch = {
      person_id: personId,
      kind: 'order' as const,
      title: text,
      source: 'test',
      source_id: '1',
      occurred_at: new Date(),
    }
    const { touchpoint_id: touchpointId } = await tx
      .insertInto('touchpoints')
      .values(touch)
      .returning('touchpoint_id')
      .executeTakeFirstOrThrow()
    const { open_link_id: openLinkId } = await tx
      .insertInto('open_links')
      .values({ survey_id: surveyId, key: 'kanarayfgh', name: text, channel: 'link' })
      .returning('open_link_id')
      .executeTakeFirstOrThrow()
    const token = hashOf(freshToken())
    await tx
      .insertInto('account_tokens')
      .values({ token_hash: token, purpose: 'invitation', email: text, role: 'agent', expires_at: soon })
      .execute()
    const apiKeyId = randomBytes(5).toString('hex')
    await tx
      .insertInto('api_keys')
      .values({ api_key_id: apiKeyId, name: text, secret_hash: hashOf('x'), scope: 'read' })
      .execute()
    const rule = JSON.stringify({ from: 'history', kind: 'order', measure: 'count' })
    await tx
      .insertInto('attribute_definitions')
      .values({ name: text, type: 'number', source: 'computed', rule })
      .execute()
    const version = '1'
    const suppressed = hashOf(freshToken())
    await tx
      .insertInto('addresses')
      .values({ channel: 'email', address_key: suppressed, suppressed_at: soon, suppression_reason: 'operator' })
      .execute()
    return {
      suppressionId: `email-${suppressed.toString('base64url')}`,
      surveyId,
      waveId,
      planId,
      triggerId,
      sourceId,
      receivedId: String(receivedId),
      personId,
      responseId,
      caseId,
      importId,
      messageId,
      touchpointId,
      openLinkId,
      apiKeyId,
      attribute: text,
      version,
      invitationId: token.toString('hex'),
    }
  })
}

/** Ids that address rows outside a workspace's wall, and ids of nothing. */
export const otherIds = (company: Company) => ({
  accountId: company.accounts.viewer,
  workspaceId: company.workspaceId,
  sessionId: randomBytes(32).toString('hex'),
  noteId: randomUUID(),
  contactId: randomUUID(),
  linkKey: 'nosuchkeyx',
  answerToken: 'no-token',
})
