import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { CUSTOMER_LANGUAGES } from '../../languages/index.ts'
import { OPENINGS, PASSIVE_REASONS, Refusal, SURVEY_KINDS, type Wordings } from '../../vocabulary/index.ts'
import { changeSurvey } from './change-survey.ts'
import { createSurvey, publishWording, readSurvey } from './index.ts'
import { readStandardWording } from './read-standard-wording.ts'
import { listReadyQuestions } from './ready-questions.ts'

const { database } = await freshDatabase()
const { scope, surveyId: answered } = await workspaceWithAnswer()

async function workspaceWithAnswer() {
  const own = await freshWorkspace(database)
  const surveyId = await database.inWorkspace(own.scope, async tx => {
    const survey = await createSurvey(tx, { name: 'Answered' })
    await tx
      .insertInto('responses')
      .values({
        survey_id: survey.surveyId,
        survey_version: 1,
        score: 9,
        channel: 'link',
        source: 'link',
        source_key: 'one',
        answered_at: new Date(),
      } as never)
      .execute()
    return survey.surveyId
  })
  return { ...own, surveyId }
}

const make = (given: Parameters<typeof createSurvey>[1]) => database.inWorkspace(scope, tx => createSurvey(tx, given))
const change = (surveyId: string, given: Parameters<typeof changeSurvey>[2]) =>
  database.inWorkspace(scope, tx => changeSurvey(tx, surveyId, given))

/** What a wording is refused for: place and sentence. */
async function refusedFor(wording: unknown, opening: (typeof OPENINGS)[number] = 'nps'): Promise<[string, string][]> {
  const trouble = await make({ name: 'Wrong', opening, wording: wording as Wordings }).catch(error => error)
  expect(trouble).toBeInstanceOf(Refusal)
  expect(trouble.code).toBe('survey_questions_wrong')
  return trouble.fields.map(({ path, problem }: { path: string; problem: string }) => [path, problem])
}

async function english(questions: object[], words: object, given: object = {}) {
  const { wording } = await database.readWorkspace(scope, reader =>
    readStandardWording(reader, { language: 'en', kind: 'relationship', opening: 'nps' }),
  )
  return { language: 'en', questions, texts: { en: { ...wording, questions: words, ...given } } }
}

describe('kinds and openings', () => {
  const every = SURVEY_KINDS.flatMap(kind => OPENINGS.map(opening => [kind, opening] as const))
  test.each(every)(
    'a %s survey that opens with %s comes with words of its own in 24 languages',
    async (kind, opening) => {
      const survey = await make({ name: `${kind} ${opening}`, kind, opening, languages: [...CUSTOMER_LANGUAGES] })
      expect(survey).toMatchObject({ kind, opening, anonymous: false })
      expect(survey.languages).toEqual([...CUSTOMER_LANGUAGES])
      expect(JSON.stringify(survey.wording)).not.toContain('surveys.standard')
    },
  )

  test('a survey in Swedish alone has Swedish as its first language', async () => {
    const { wording } = await make({ name: 'Svenska', languages: ['sv'] })
    expect([wording.language, Object.keys(wording.texts)]).toEqual(['sv', ['sv']])
  })

  test('a survey after one experience asks about that experience', async () => {
    const { wording } = await make({ name: 'Delivered', kind: 'transactional', opening: 'csat' })
    expect(wording.texts.en?.question).toContain('latest experience')
    expect(wording.texts.de?.mailIntro).toContain('kürzlich')
  })
})

describe('anonymity', () => {
  test('may change until the first answer, and not after it', async () => {
    const { surveyId } = await make({ name: 'Open' })
    expect((await change(surveyId, { anonymous: true })).anonymous).toBe(true)
    expect((await change(surveyId, { anonymous: false })).anonymous).toBe(false)
    await expect(change(answered, { anonymous: true })).rejects.toThrow('survey_answered')
    expect((await change(answered, { anonymous: false, name: 'Still' })).name).toBe('Still')
  })

  test('once people were asked with that promise it is not taken back', async () => {
    const { surveyId } = await make({ name: 'Promised', anonymous: true })
    await database.inWorkspace(scope, tx =>
      tx.insertInto('waves').values({ survey_id: surveyId, name: 'One', approved_at: new Date() }).execute(),
    )
    await expect(change(surveyId, { anonymous: false })).rejects.toThrow('survey_promised_anonymous')
  })
})

describe('questions that cannot be asked are refused with their place', () => {
  const free = { questionId: 'why', kind: 'free' }
  const choice = { questionId: 'pick', kind: 'choice', options: ['a', 'b'] }
  const picked = { text: 'Pick', options: { a: 'A', b: 'B' } }
  const about = (when: object) => ({ ...free, when: [{ ratings: [], options: [], ...when }] })
  const words = { why: { text: 'Why?' }, pick: picked }

  test.each([
    ['a name twice', [free, free], words, 'questions.1.questionId'],
    [
      'a condition on a later question',
      [about({ questionId: 'pick', options: ['a'] }), choice],
      words,
      'questions.0.when.0.questionId',
    ],
    ['a condition that says nothing', [about({ questionId: 'opening' })], words, 'questions.0.when.0'],
    [
      'a rating off the scale',
      [{ questionId: 'pick', kind: 'csat' }, about({ questionId: 'pick', ratings: [6] })],
      { why: words.why, pick: { text: 'Pick' } },
      'questions.1.when.0.ratings.0',
    ],
    ['ratings of a choice', [choice, about({ questionId: 'pick', ratings: [1] })], words, 'questions.1.when.0.ratings'],
    ['options of the opening', [about({ questionId: 'opening', options: ['a'] })], words, 'questions.0.when.0.options'],
    [
      'an option that is not there',
      [choice, about({ questionId: 'pick', options: ['c'] })],
      words,
      'questions.1.when.0.options.0',
    ],
    [
      'one option alone',
      [{ ...choice, options: ['a'] }],
      { pick: { text: 'Pick', options: { a: 'A' } } },
      'questions.0.options',
    ],
    ['an option twice', [{ ...choice, options: ['a', 'b', 'a'] }], words, 'questions.0.options.2'],
    ['options of free words', [{ ...free, options: ['a', 'b'] }], { why: picked }, 'questions.0.options'],
    ['no words', [free], {}, 'texts.en.questions.why'],
    [
      'no words of an option',
      [choice],
      { pick: { text: 'Pick', options: { a: 'A' } } },
      'texts.en.questions.pick.options.b',
    ],
    [
      'an option named like something every object has',
      [{ ...choice, options: ['a', 'constructor'] }],
      { pick: { text: 'P', options: { a: 'A' } } },
      'texts.en.questions.pick.options.constructor',
    ],
    ['words of a question that is not there', [], { why: { text: 'Why?' } }, 'texts.en.questions.why'],
  ])('%s', async (_what, questions, texts, path) => {
    const wrong = await refusedFor(await english(questions, texts))
    expect(wrong.map(([place]) => place)).toContain(`wording.${path}`)
    expect(wrong.every(([, sentence]) => sentence.length > 10 && !sentence.includes('surveys.structure'))).toBe(true)
  })

  test('a follow-up for a rating that the scale does not have', async () => {
    const wording = await english([], {}, { followUpByScore: { 7: 'Why?', 0: 'Why?' } })
    expect((await refusedFor(wording, 'csat')).map(([place]) => place)).toEqual([
      'wording.texts.en.followUpByScore.0',
      'wording.texts.en.followUpByScore.7',
    ])
  })

  test('a survey that branches is published, and a wrong change of it is refused', async () => {
    const questions = [choice, about({ questionId: 'pick', options: ['b'] })]
    const wording = (await english(questions, words)) as never
    const survey = await make({ name: 'Branches', wording })
    expect(survey.wording.questions).toHaveLength(2)
    const wrong = { ...survey.wording, questions: [...survey.wording.questions].reverse() }
    await expect(database.inWorkspace(scope, tx => publishWording(tx, survey.surveyId, wrong))).rejects.toThrow(
      'survey_questions_wrong',
    )
  })
})

describe('ready questions', () => {
  test('stand in every language and go into a survey as they are', async () => {
    const { items } = await database.readWorkspace(scope, listReadyQuestions)
    const languages = [...CUSTOMER_LANGUAGES]
    const { surveyId, wording } = await make({ name: 'Ready', languages })
    const texts = Object.fromEntries(
      languages.map(language => {
        const own = items.map(({ question, texts }) => [question.questionId, texts[language]])
        return [language, { ...wording.texts[language], questions: Object.fromEntries(own) }]
      }),
    )
    const full = { ...wording, questions: items.map(item => item.question), texts } as Wordings
    await database.inWorkspace(scope, tx => publishWording(tx, surveyId, full))
    const stored = await database.readWorkspace(scope, reader => readSurvey(reader, surveyId))
    expect(stored.wording).toEqual(full)
  })

  test('the passive reasons are exactly the five and another', async () => {
    const { items } = await database.readWorkspace(scope, listReadyQuestions)
    const reasons = items.find(item => item.question.questionId === 'passive_reasons')
    expect(reasons?.question).toMatchObject({ kind: 'choice', options: [...PASSIVE_REASONS] })
    expect(Object.keys(reasons?.texts.de?.options ?? {})).toEqual([...PASSIVE_REASONS])
  })
})
