import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { NewAnswer, PersonKey } from '../../vocabulary/index.ts'
import { standardWordings } from '../surveys/index.ts'
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
    expect(await database.readWorkspace(north.scope, r => readPersonScore(r, { personId }))).toMatchObject({
      score: null,
      category: null,
      answers: 0,
    })
    await enter({ score: 3, channel: 'phone', comment: 'waited\u0000 long', answeredAt: '2026-01-01T10:00:00Z' })
    await enter({ score: 9 })
    const found = await database.readWorkspace(north.scope, r => readPersonScore(r, { personId }))
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

describe('an answer from paper or phone', () => {
  const QUESTIONS = [
    { questionId: 'ease', kind: 'ces' },
    { questionId: 'what', kind: 'choice', options: ['late', 'rude'] },
    { questionId: 'words', kind: 'free' },
  ]
  const surveyWith = async (opening: 'csat' | 'free' | 'nps') => {
    const standard = standardWordings('{{company}}', 'en')
    const { links, surveyId } = await invitedPeople(database, north.scope, 1, {
      wording: { ...standard, questions: QUESTIONS },
    })
    await database.inWorkspace(north.scope, tx =>
      tx.updateTable('surveys').set({ opening }).where('survey_id', '=', surveyId).execute(),
    )
    return { surveyId, personId: links[0]?.personId ?? '' }
  }
  const enterFor = (names: object, more: object) =>
    database.inWorkspace(north.scope, tx => enterAnswer(tx, NewAnswer.parse({ ...names, ...more })))
  const rowOf = (responseId: string) =>
    database.readWorkspace(north.scope, r =>
      r.selectFrom('responses').selectAll().where('response_id', '=', responseId).executeTakeFirstOrThrow(),
    )

  test('takes any first question and the questions after it', async () => {
    const names = await surveyWith('csat')
    const answers = [
      { questionId: 'ease', rating: 6 },
      { questionId: 'what', choices: ['late'] },
      { questionId: 'words', words: ' as said ' },
    ]
    const { responseId } = await enterFor(names, { rating: 2, channel: 'paper', answers })
    expect(await rowOf(responseId)).toMatchObject({ opening: 'csat', rating: 2, score: null, channel: 'paper' })
    const further = await database.readWorkspace(north.scope, r =>
      r.selectFrom('response_answers').selectAll().where('response_id', '=', responseId).execute(),
    )
    expect(further).toHaveLength(3)
    expect(further.find(one => one.question_id === 'words')?.words).toBe('as said')
  })

  test('of free words needs words alone', async () => {
    const names = await surveyWith('free')
    await expect(enterFor(names, {})).rejects.toThrow('answer_unsuited')
    const { responseId } = await enterFor(names, { comment: 'Nice people', channel: 'phone' })
    expect(await rowOf(responseId)).toMatchObject({
      opening: 'free',
      rating: null,
      score: null,
      comment: 'Nice people',
    })
  })

  test.each([
    ['csat', { score: 9 }],
    ['csat', { rating: 6 }],
    ['nps', { rating: 5 }],
    ['nps', { comment: 'only words' }],
  ] as const)('that does not fit a survey opening with %s is refused: %j', async (opening, more) => {
    await expect(enterFor(await surveyWith(opening), more)).rejects.toThrow('answer_unsuited')
  })

  test.each([
    [{ questionId: 'ease', rating: 8 }],
    [{ questionId: 'what', choices: ['late', 'rude'] }],
    [{ questionId: 'what', choices: ['other'] }],
    [{ questionId: 'nothing', words: 'x' }],
  ])('names the field that the survey does not ask: %j', async wrong => {
    const names = await surveyWith('nps')
    const refused = enterFor(names, { score: 3, answers: [wrong] })
    await expect(refused).rejects.toMatchObject({
      code: 'body_invalid',
      fields: [{ path: expect.stringMatching(/^answers\.0\./) }],
    })
  })

  test('is not taken for an anonymous survey: who enters it has named the person', async () => {
    const names = await surveyWith('nps')
    await database.inWorkspace(north.scope, tx =>
      tx.updateTable('surveys').set({ anonymous: true }).where('survey_id', '=', names.surveyId).execute(),
    )
    await expect(enterFor(names, { score: 4 })).rejects.toThrow('answer_names_person')
  })

  test('sent twice under one key is one answer', async () => {
    const names = await surveyWith('nps')
    const key = 'paper form 17'
    const [first, second] = [await enterFor(names, { score: 4, key }), await enterFor(names, { score: 4, key })]
    expect(second).toEqual(first)
  })
})

describe('the score for programs that personalise', () => {
  test('is found by id, external id and address, with the newest answer to each survey', async () => {
    const names = { email: 'Someone@example.com', external_id: 'K-1' }
    await database.inWorkspace(north.scope, tx =>
      tx.updateTable('people').set(names).where('person_id', '=', personId).execute(),
    )
    const keys = [{ personId }, { externalId: 'K-1' }, { email: 'someone@EXAMPLE.com' }]
    const found = await Promise.all(
      keys.map(key => database.readWorkspace(north.scope, r => readPersonScore(r, PersonKey.parse(key)))),
    )
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
    expect(found[0]).toMatchObject({ score: 9, category: 'promoter', answers: 2, bySurvey: [{ surveyId, score: 9 }] })
    await expect(database.readWorkspace(south.scope, r => readPersonScore(r, { personId }))).rejects.toThrow(
      'not_found',
    )
  })

  test.each([{}, { personId, email: 'a@example.com' }])('needs exactly one name, not %j', key => {
    expect(PersonKey.safeParse(key).success).toBe(false)
  })
})
