import { describe, expect, test } from 'vitest'
import type { Opening } from '../../vocabulary/index.ts'
import { standardWordings } from '../surveys/index.ts'
import { visitedPages } from './answer-pages.fixture.ts'

const { database, scope, look, post, ask, answer, stored, revisions, visits } = await visitedPages()

const QUESTIONS = [
  { questionId: 'support', kind: 'csat', when: [{ questionId: 'opening', ratings: [0, 1, 2, 3, 4, 5, 6] }] },
  {
    questionId: 'what',
    kind: 'choice',
    options: ['late', 'rude', 'else'],
    when: [{ questionId: 'support', ratings: [1, 2] }],
  },
  { questionId: 'areas', kind: 'choice', several: true, options: ['price', 'ease'] },
  { questionId: 'words', kind: 'free', required: true },
]
const WORDS = {
  support: { text: 'How was our support?', lowEnd: 'bad', highEnd: 'good' },
  what: { text: 'What went wrong there?', options: { late: 'Too late', rude: 'Rude', else: 'Something else' } },
  areas: { text: 'What matters to you?', options: { price: 'The price', ease: 'The ease' } },
  words: { text: 'What should we do first?' },
}
const NEXT = { promoter: { label: 'Write a review', address: 'https://reviews.example/nordwind' } }

async function asked(opening: Opening = 'nps', more: { questions?: object[]; text?: object } = {}) {
  const standard = standardWordings('{{company}}', 'en')
  const { en } = standard.texts
  const wording = { ...standard, questions: more.questions ?? [], texts: { en: { ...en, ...more.text } } }
  const link = await ask({ wording })
  await database.inWorkspace(scope, tx =>
    tx.updateTable('surveys').set({ opening }).where('survey_id', '=', link.surveyId).execute(),
  )
  return link
}

const further = (responseId: string) =>
  database.readWorkspace(scope, r =>
    r
      .selectFrom('response_answers')
      .select(['question_id', 'rating', 'choices', 'words'])
      .where('response_id', '=', responseId)
      .orderBy('question_id')
      .execute(),
  )

describe('the first question of every kind', () => {
  test.each([
    ['csat', { rating: '4' }, { rating: 4, score: null, comment: null }],
    ['ces', { rating: '7' }, { rating: 7, score: null, comment: null }],
    ['stars', { rating: '1' }, { rating: 1, score: null, comment: null }],
    ['five_point', { rating: '3' }, { rating: 3, score: null, comment: null }],
    ['free', { comment: 'All is well' }, { rating: null, score: null, comment: 'All is well' }],
    ['nps', { score: '10' }, { rating: null, score: 10, comment: null }],
  ] as const)('%s is asked, stored in its own column, and asks on', async (opening, fields, row) => {
    const link = await asked(opening)
    const page = await look(`/r/${link.token}`)
    expect(page).toContain(opening === 'free' ? '<textarea' : 'role="radiogroup"')
    const { status } = await answer(link.token, fields)
    expect(status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject([{ opening, state: 'confirmed', ...row }])
  })

  test.each([
    ['csat', { rating: '6' }],
    ['csat', { rating: '0' }],
    ['csat', { score: '5' }],
    ['nps', { rating: '5' }],
    ['free', { comment: ' \n ' }],
    ['free', { score: '9' }],
  ] as const)('%s takes no %j', async (opening, fields) => {
    const link = await asked(opening)
    expect((await answer(link.token, fields)).status).toBe(400)
    expect(await stored(link.invitationId)).toEqual([])
  })

  test('a star that was clicked in the mail stands selected, and is an intent at most', async () => {
    const link = await asked('stars')
    expect(await look(`/r/${link.token}?rating=4`)).toContain('value="4" required checked')
    expect(await stored(link.invitationId)).toEqual([])
    await look(`/r/${link.token}?rating=2`)
    expect(await visits(link.invitationId)).toMatchObject([
      { rating: 4, score: null, scanner_suspected: true },
      { rating: 2, scanner_suspected: true, sign: 'several_scores' },
    ])
  })

  test('another rating, and other words, within 14 days are revisions', async () => {
    const link = await asked('csat')
    await answer(link.token, { rating: '2' })
    await answer(link.token, { rating: '5' })
    const [row] = await stored(link.invitationId)
    expect(row).toMatchObject({ rating: 5 })
    expect(await revisions(row?.response_id ?? '')).toMatchObject([{ rating: 2, score: null }])
  })
})

describe('questions after the first', () => {
  const text = { questions: WORDS, nextStep: NEXT, followUpByScore: { '7': 'Why seven?' } }
  const long = () => asked('nps', { questions: QUESTIONS, text })

  test('the follow-up for the exact score goes before that of its group', async () => {
    const link = await long()
    expect((await answer(link.token, { score: '7' })).page).toContain('Why seven?')
    expect((await answer(link.token, { score: '8' })).page).not.toContain('Why seven?')
  })

  test('branch by what was answered, are stored page by page, and end in thanks', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '3' })
    const first = await post(`/r/${link.token}/comment`, { nonce, comment: 'slow' })
    expect(first.page).toContain('How was our support?')
    expect(first.page).not.toContain('What went wrong there?')
    const second = await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '2' })
    expect(second.page).toContain('What went wrong there?')
    const [row] = await stored(link.invitationId)
    expect(await further(row?.response_id ?? '')).toMatchObject([{ question_id: 'support', rating: 2 }])
    const last = await post(`/r/${link.token}/questions`, [
      ['nonce', nonce],
      ...['what', 'areas', 'words'].map(id => ['asked', id]),
      ['q.what', 'rude'],
      ['q.areas', 'price'],
      ['q.areas', 'ease'],
      ['q.words', 'Answer sooner'],
    ])
    expect(last.page).toContain('Thank you')
    expect(await further(row?.response_id ?? '')).toMatchObject([
      { question_id: 'areas', choices: ['price', 'ease'] },
      { question_id: 'support', rating: 2 },
      { question_id: 'what', choices: ['rude'] },
      { question_id: 'words', words: 'Answer sooner' },
    ])
  })

  test('a promoter goes another way and is led on in one click', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '10' })
    const { page } = await post(`/r/${link.token}/comment`, { nonce, comment: '' })
    expect(page).not.toContain('How was our support?')
    expect(page).toContain('What matters to you?')
    const done = await post(`/r/${link.token}/questions`, [
      ['nonce', nonce],
      ['asked', 'areas'],
      ['asked', 'words'],
      ['q.words', 'Go on'],
    ])
    expect(done.page).toContain('href="https://reviews.example/nordwind"')
  })

  test('what is needed and missing, or none of the options, comes back with what was chosen', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '10' })
    const sent = { nonce, 'q.areas': 'price' }
    const missing = await post(`/r/${link.token}/questions`, [
      ...Object.entries(sent),
      ['asked', 'areas'],
      ['asked', 'words'],
    ])
    expect(missing.status).toBe(400)
    expect(missing.page).toContain('This question needs an answer')
    expect(missing.page).toContain('value="price" checked')
    const foreign = await post(`/r/${link.token}/questions`, { nonce, asked: 'areas', 'q.areas': 'everything' })
    expect(foreign.status).toBe(400)
    expect(await further((await stored(link.invitationId))[0]?.response_id ?? '')).toEqual([])
  })

  test('the link opened again goes on where it stopped, and shows what stands when nothing is left', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '9' })
    expect(await look(`/r/${link.token}?score=9`)).toContain('name="comment"')
    await post(`/r/${link.token}/comment`, { nonce, comment: 'good' })
    expect(await look(`/r/${link.token}`)).toContain('What matters to you?')
    const fields = [
      ['nonce', nonce],
      ['asked', 'areas'],
      ['asked', 'words'],
      ['q.words', 'secret words'],
    ]
    await post(`/r/${link.token}/questions`, fields)
    const overview = await look(`/r/${link.token}`)
    expect(overview).toContain('Your answers')
    expect(overview).toContain('/questions?of=words')
    expect(overview).not.toContain('secret words')
    expect(await look(`/r/${link.token}?score=4`)).toContain('value="4" required checked')
  })

  test('a further answer can be changed with a trace; the same again leaves none', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '3' })
    await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '2' })
    await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '2' })
    await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '5' })
    const [row] = await stored(link.invitationId)
    expect(await further(row?.response_id ?? '')).toMatchObject([{ rating: 5 }])
    const earlier = await revisions(row?.response_id ?? '')
    expect(earlier.map(one => one.answers)).toMatchObject([[{ questionId: 'support', rating: 2 }]])
  })
})
