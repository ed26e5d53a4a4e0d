import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { NewAnswer } from '../../vocabulary/index.ts'
import { enterAnswer } from './enter-answer.ts'
import { readPersonScore } from './read-person-score.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database, 'North')
const south = await freshWorkspace(database, 'South')
const invited = await invitedPeople(database, north.scope, 1)
const personId = invited.links[0]?.personId ?? ''
const surveyId = invited.surveyId

const enter = (more: object, scope = north.scope) =>
  database.inWorkspace(scope, tx => enterAnswer(tx, NewAnswer.parse({ surveyId, personId, score: 9, ...more })))

describe('an answer entered for a person', () => {
  test('is stored with its source and makes the score of the person', async () => {
    expect(await database.readWorkspace(north.scope, r => readPersonScore(r, personId))).toMatchObject({
      score: null,
      category: null,
      answers: 0,
    })
    await enter({ score: 3, channel: 'phone', comment: 'waited\u0000 long', answeredAt: '2026-01-01T10:00:00Z' })
    await enter({ score: 9 })
    const found = await database.readWorkspace(north.scope, r => readPersonScore(r, personId))
    expect(found).toMatchObject({ score: 9, category: 'promoter', answers: 2 })
    const rows = await database.readWorkspace(north.scope, r =>
      r.selectFrom('responses').select(['score', 'comment', 'channel', 'source']).orderBy('answered_at').execute(),
    )
    expect(rows[0]).toEqual({ score: 3, comment: 'waited long', channel: 'phone', source: 'api' })
  })

  test('needs a survey and a person of this workspace', async () => {
    await expect(enter({}, south.scope)).rejects.toThrow('answer_without_survey_or_person')
    await expect(enter({ waveId: crypto.randomUUID() })).rejects.toThrow('answer_without_survey_or_person')
  })

  test('cannot be from the future', async () => {
    await expect(enter({ answeredAt: '2199-01-01T00:00:00Z' })).rejects.toThrow('answer_in_future')
  })

  test.each(['9', '', null, true, [9], 9.0000001, 6.5, -1, 11, -0, Number.POSITIVE_INFINITY, Number.NaN, { score: 9 }])(
    'the score %j is refused',
    score => {
      expect(NewAnswer.safeParse({ surveyId, personId, score }).success).toBe(false)
    },
  )

  test('what nobody asked for is refused', () => {
    const more = { state: 'confirmed', __proto__x: 1 }
    expect(NewAnswer.safeParse({ surveyId, personId, score: 9, ...more }).success).toBe(false)
  })
})
