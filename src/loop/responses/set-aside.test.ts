import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { testTools } from '../../../test/harness/product.ts'
import { deliverEvents } from '../deliver-events.ts'
import { loop } from '../index.ts'
import { judgeAnswer } from './judge-answer.ts'
import { answerCounts } from './queries/set-aside.ts'
import { insertVisit } from './queries/visits.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database)
const { tools } = testTools(database)

async function setAside() {
  const { links, surveyId } = await invitedPeople(database, north.scope, 1)
  const [link] = links
  if (!link) throw new Error('nobody was invited')
  const { invitationId, personId } = link
  const row = { survey_id: surveyId, survey_version: 1, person_id: personId, invitation_id: invitationId }
  const { response_id: responseId } = await database.inWorkspace(north.scope, tx =>
    tx
      .insertInto('responses')
      .values({
        ...row,
        ...{ channel: 'email', score: 2, state: 'quarantined', evidence: 'insider', source: 'link' },
        source_key: invitationId,
      })
      .returning('response_id')
      .executeTakeFirstOrThrow(),
  )
  return { responseId, surveyId, invitationId }
}

const judge = (responseId: string, decision: 'accepted' | 'discarded') =>
  database.inWorkspace(north.scope, tx => judgeAnswer(tx, { responseId, decision }, 'account:1'))
const casesOf = async (responseId: string) => {
  while (await deliverEvents(tools, loop).once());
  return database.readWorkspace(north.scope, r =>
    r.selectFrom('cases').select('queue').where('response_id', '=', responseId).execute(),
  )
}
const stateOf = (responseId: string) =>
  database.readWorkspace(north.scope, r =>
    r.selectFrom('responses').select(['state', 'evidence']).where('response_id', '=', responseId).executeTakeFirst(),
  )

describe('an answer that was set aside', () => {
  test('counts and opens its case when a member accepts it, with the decision on record', async () => {
    const { responseId } = await setAside()
    expect(await casesOf(responseId)).toEqual([])
    await judge(responseId, 'accepted')
    expect(await stateOf(responseId)).toEqual({ state: 'confirmed', evidence: null })
    expect(await casesOf(responseId)).toEqual([{ queue: 'support' }])
    const reviews = await database.readWorkspace(north.scope, r =>
      r.selectFrom('response_reviews').selectAll().where('response_id', '=', responseId).execute(),
    )
    expect(reviews).toMatchObject([{ decision: 'accepted', evidence: 'insider', decided_by: 'account:1' }])
  })

  test('is kept and never counted when a member discards it', async () => {
    const { responseId } = await setAside()
    await judge(responseId, 'discarded')
    expect(await stateOf(responseId)).toMatchObject({ state: 'retracted' })
    expect(await casesOf(responseId)).toEqual([])
    await expect(judge(responseId, 'accepted')).rejects.toThrow('answer_not_set_aside')
  })
})

test('what counts, what was only opened, what programs opened and what is set aside are four numbers', async () => {
  const { surveyId } = await setAside()
  const { links, surveyId: other } = await invitedPeople(database, north.scope, 3)
  const visit = (i: number, score: number | null, sign: string | null) =>
    database.inWorkspace(north.scope, tx =>
      insertVisit(tx, { invitationId: links[i]?.invitationId ?? '', score, rating: null, sign }),
    )
  await visit(0, 9, null)
  await visit(1, 9, 'head')
  await visit(2, null, null)
  const counts = (survey: string) => database.readWorkspace(north.scope, r => answerCounts(r, { survey, days: 90 }))
  expect(await counts(surveyId)).toEqual({ confirmed: 0, unconfirmed: 0, scanned: 0, setAside: 1, insider: 1 })
  expect(await counts(other)).toEqual({ confirmed: 0, unconfirmed: 1, scanned: 1, setAside: 0, insider: 0 })
})
