import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { addressKey, tokenHash } from '../../platform/secrets/index.ts'
import { erasePerson } from './erase-person.ts'
import { suppressionOf } from './queries/addresses.ts'
import { listErasureRequests, requestErasure } from './request-erasure.ts'

const secret = 'a secret for the stories, long enough to be one'
const { database } = await freshDatabase()
const north = await freshWorkspace(database, 'North')
const south = await freshWorkspace(database, 'South')

/** Somebody with everything that a person can have here. */
async function somebody(email: string) {
  const { links, surveyId } = await invitedPeople(database, north.scope, 1)
  const [link] = links
  if (!link) throw new Error('nobody was invited')
  const { personId, invitationId } = link
  await database.inWorkspace(north.scope, async tx => {
    const facts = { email, phone: '+491701234567', attributes: JSON.stringify({ plan: 'secret plan' }) }
    await tx.updateTable('people').set(facts).where('person_id', '=', personId).execute()
    const answer = { survey_id: surveyId, survey_version: 1, person_id: personId, invitation_id: invitationId }
    const { response_id } = await tx
      .insertInto('responses')
      .values({ ...answer, channel: 'email', score: 4, comment: 'secret words', source: 'link', source_key: email })
      .returning('response_id')
      .executeTakeFirstOrThrow()
    const due = { queue: 'support' as const, due_at: new Date() }
    const { case_id } = await tx
      .insertInto('cases')
      .values({ response_id, person_id: personId, ...due })
      .returning('case_id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('case_notes').values({ case_id, body: 'secret note' }).execute()
    const message = {
      purpose: 'survey',
      channel: 'email',
      address: email,
      subject: 'secret subject',
      body: 'x',
    } as const
    const key = addressKey(secret, 'email', email)
    const times = { expires_at: new Date(Date.now() + 86_400_000) }
    await tx
      .insertInto('messages')
      .values({ ...message, ...times, person_id: personId, address_key: key, state: 'queued' })
      .execute()
  })
  return { ...link, surveyId }
}

const erase = (personId: string, answers: 'numbers' | 'nothing' = 'numbers') =>
  database.inWorkspace(north.scope, tx => erasePerson(tx, { personId, answers }, secret))

/** Where any of these words still stand, in any table of the workspace. */
async function traces(words: string[]): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await database.pool.query(`select 1 from ${name} t where t::text ~* any($1) limit 1`, [words])
    if (rows.length > 0) found.push(name)
  }
  return found
}

describe('erasing a person', () => {
  test('leaves no word of theirs in any table, and of the answer number, month and survey as nobody’s', async () => {
    const { personId, surveyId, token } = await somebody('gone@example.com')
    expect((await traces(['secret', 'gone@example'])).length).toBeGreaterThan(3)
    expect(await erase(personId)).toEqual({ answersKept: 1 })
    expect(await traces(['secret', 'gone@example', '491701234567'])).toEqual([])
    const left = await database.readWorkspace(north.scope, r =>
      r.selectFrom('responses').selectAll().where('survey_id', '=', surveyId).execute(),
    )
    expect(left).toMatchObject([{ score: 4, person_id: null, invitation_id: null, comment: null, attributes: {} }])
    expect(left[0]?.answered_at.getUTCDate()).toBe(1)
    const { rows } = await database.pool.query('select 1 from invitations where token_hash = $1', [tokenHash(token)])
    expect(rows).toEqual([])
  })

  test('keeps the coded address suppressed, and what waited to leave is blocked', async () => {
    const { personId } = await somebody('silent@example.com')
    await erase(personId, 'nothing')
    const key = addressKey(secret, 'email', 'silent@example.com')
    const standing = await database.readWorkspace(north.scope, r => suppressionOf(r, 'email', key))
    expect(standing).toMatchObject({ suppression_reason: 'erasure' })
    const { rows } = await database.pool.query('select state, reason, address from messages where address_key = $1', [
      key,
    ])
    expect(rows).toEqual([{ state: 'blocked', reason: 'erasure', address: '' }])
  })

  test('is possible in the own workspace alone', async () => {
    const { personId } = await somebody('walled@example.com')
    const abroad = database.inWorkspace(south.scope, tx => erasePerson(tx, { personId, answers: 'nothing' }, secret))
    await expect(abroad).rejects.toThrow('not_found')
  })
})

test('a request for deletion stands on the list with its last day until the person is erased', async () => {
  const { personId } = await somebody('asks@example.com')
  const request = () =>
    database.inWorkspace(north.scope, tx => requestErasure(tx, { personId, requestedBy: 'respondent' }, secret))
  const { dueOn } = await request()
  expect((await request()).dueOn).toBe(dueOn)
  const days = (Date.parse(dueOn) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(28)
  expect(days).toBeLessThan(31)
  const list = () => database.readWorkspace(north.scope, listErasureRequests)
  expect((await list()).items).toMatchObject([{ personId, dueOn, email: 'asks@example.com' }])
  await erase(personId)
  expect((await list()).items).toEqual([])
})
