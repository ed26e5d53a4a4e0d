import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { systemClock } from '../../platform/clock.ts'
import { randomToken } from '../../platform/secrets/index.ts'
import type { Opening } from '../../vocabulary/index.ts'
import { standardWordings } from '../surveys/index.ts'
import { answerPages } from './pages.ts'

const secret = 'a secret for the stories, long enough to be one'
const { database } = await freshDatabase()
const north = await freshWorkspace(database)
const quiet = { warn: () => undefined, error: () => undefined } as never
let ahead = 0
const clock = () => new Date(systemClock().getTime() + ahead)
const settings = { secret, publicUrl: 'http://localhost:4747', trustedProxies: 0 } as never
const app = answerPages({ database, settings, log: quiet, clock })

beforeEach(() => {
  ahead = 0
})

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

async function ask(opening: Opening = 'nps', more: { questions?: object[]; text?: object } = {}) {
  const standard = standardWordings('{{company}}', 'en')
  const { en } = standard.texts
  const wording = { ...standard, questions: more.questions ?? [], texts: { en: { ...en, ...more.text } } }
  const { links, surveyId } = await invitedPeople(database, north.scope, 1, { wording })
  await database.inWorkspace(north.scope, tx =>
    tx.updateTable('surveys').set({ opening }).where('survey_id', '=', surveyId).execute(),
  )
  const [link] = links
  if (!link) throw new Error('nobody was invited')
  return link
}

const open = async (path: string) => (await app.request(path)).text()
const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
async function post(path: string, fields: Record<string, string> | string[][], headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields as never).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await app.request(path, { method: 'POST', headers: { ...type, ...headers }, body })
  return { status: reply.status, page: await reply.text() }
}

async function answer(token: string, fields: Record<string, string>, headers = {}) {
  const nonce = nonceIn(await open(`/r/${token}?change=1`))
  ahead += 5000
  return { ...(await post(`/r/${token}`, { nonce, language: 'en', ...fields }, headers)), nonce }
}

const stored = (invitationId: string) =>
  database.readWorkspace(north.scope, r =>
    r.selectFrom('responses').selectAll().where('invitation_id', '=', invitationId).executeTakeFirst(),
  )
const further = (responseId: string) =>
  database.readWorkspace(north.scope, r =>
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
    const link = await ask(opening)
    const page = await open(`/r/${link.token}`)
    expect(page).toContain(opening === 'free' ? '<textarea' : 'role="radiogroup"')
    const { status } = await answer(link.token, fields)
    expect(status).toBe(200)
    expect(await stored(link.invitationId)).toMatchObject({ opening, state: 'confirmed', ...row })
  })

  test.each([
    ['csat', { rating: '6' }],
    ['csat', { rating: '0' }],
    ['csat', { score: '5' }],
    ['nps', { rating: '5' }],
    ['free', { comment: ' \n ' }],
    ['free', { score: '9' }],
  ] as const)('%s takes no %j', async (opening, fields) => {
    const link = await ask(opening)
    expect((await answer(link.token, fields)).status).toBe(400)
    expect(await stored(link.invitationId)).toBeUndefined()
  })

  test('a star that was clicked in the mail stands selected, and is an intent at most', async () => {
    const link = await ask('stars')
    expect(await open(`/r/${link.token}?rating=4`)).toContain('value="4" required checked')
    expect(await stored(link.invitationId)).toBeUndefined()
    await open(`/r/${link.token}?rating=2`)
    const visits = await database.readWorkspace(north.scope, r =>
      r.selectFrom('invitation_visits').selectAll().where('invitation_id', '=', link.invitationId).execute(),
    )
    expect(visits).toMatchObject([
      { rating: 4, score: null, scanner_suspected: true },
      { rating: 2, scanner_suspected: true, sign: 'several_scores' },
    ])
  })

  test('another rating, and other words, within 14 days are revisions', async () => {
    const link = await ask('csat')
    await answer(link.token, { rating: '2' })
    await answer(link.token, { rating: '5' })
    const row = await stored(link.invitationId)
    expect(row).toMatchObject({ rating: 5 })
    const revisions = await database.readWorkspace(north.scope, r =>
      r.selectFrom('response_revisions').selectAll().execute(),
    )
    expect(revisions.filter(one => one.response_id === row?.response_id)).toMatchObject([{ rating: 2, score: null }])
  })
})

describe('questions after the first', () => {
  const text = { questions: WORDS, nextStep: NEXT, followUpByScore: { '7': 'Why seven?' } }
  const long = () => ask('nps', { questions: QUESTIONS, text })

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
    const row = await stored(link.invitationId)
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
    expect(await further((await stored(link.invitationId))?.response_id ?? '')).toEqual([])
  })

  test('the link opened again goes on where it stopped, and shows what stands when nothing is left', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '9' })
    expect(await open(`/r/${link.token}?score=9`)).toContain('name="comment"')
    await post(`/r/${link.token}/comment`, { nonce, comment: 'good' })
    expect(await open(`/r/${link.token}`)).toContain('What matters to you?')
    const fields = [
      ['nonce', nonce],
      ['asked', 'areas'],
      ['asked', 'words'],
      ['q.words', 'secret words'],
    ]
    await post(`/r/${link.token}/questions`, fields)
    const overview = await open(`/r/${link.token}`)
    expect(overview).toContain('Your answers')
    expect(overview).toContain('/questions?of=words')
    expect(overview).not.toContain('secret words')
    expect(await open(`/r/${link.token}?score=4`)).toContain('value="4" required checked')
  })

  test('a further answer can be changed with a trace; the same again leaves none', async () => {
    const link = await long()
    const { nonce } = await answer(link.token, { score: '3' })
    await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '2' })
    await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '2' })
    await post(`/r/${link.token}/questions`, { nonce, asked: 'support', 'q.support': '5' })
    const row = await stored(link.invitationId)
    expect(await further(row?.response_id ?? '')).toMatchObject([{ rating: 5 }])
    const revisions = await database.readWorkspace(north.scope, r =>
      r
        .selectFrom('response_revisions')
        .selectAll()
        .where('response_id', '=', row?.response_id ?? '')
        .execute(),
    )
    expect(revisions.map(one => one.answers)).toMatchObject([[{ questionId: 'support', rating: 2 }]])
  })
})

describe('what is stored about a person', () => {
  const named = async (token: string) => {
    const link = { token }
    return nonceIn(await open(`/r/${link.token}/about`))
  }

  /** Of codes, in the language of the page. */
  const NAMES = ['Finland', 'German']

  test('is shown to who presses the button, and to no visitor who only opens links', async () => {
    const link = await ask()
    await answer(link.token, { score: '9', comment: 'fine' })
    await database.inWorkspace(north.scope, async tx => {
      const codes = { language: 'de', country: 'FI' }
      const facts = { email: `a-${link.personId}@example.com`, attributes: JSON.stringify({ plan: 'Team' }), ...codes }
      await tx.updateTable('people').set(facts).where('person_id', '=', link.personId).execute()
    })
    expect(await open(`/r/${link.token}/about`)).not.toContain('@example.com')
    const { page } = await post(`/r/${link.token}/stored`, { nonce: await named(link.token) })
    for (const fact of ['Aino Virtanen', `a-${link.personId}@example.com`, 'Team', 'fine', 'Relationship', ...NAMES]) {
      expect(page).toContain(fact)
    }
    expect((await post(`/r/${link.token}/stored`, { nonce: 'x' })).page).not.toContain('@example.com')
  })

  test('is asked to be deleted by a button, once, with a day; from then on nobody asks', async () => {
    const link = await ask()
    await database.inWorkspace(north.scope, tx =>
      tx
        .updateTable('people')
        .set({ email: `b-${link.personId}@example.com` })
        .where('person_id', '=', link.personId)
        .execute(),
    )
    const page = await open(`/r/${link.token}/erasure`)
    const requests = () =>
      database.readWorkspace(north.scope, r =>
        r.selectFrom('erasure_requests').selectAll().where('person_id', '=', link.personId).execute(),
      )
    expect(await requests()).toEqual([])
    for (let again = 0; again < 2; again++) {
      expect((await post(`/r/${link.token}/erasure`, { nonce: nonceIn(page) })).page).toContain(
        'Your request is stored',
      )
    }
    expect(await requests()).toHaveLength(1)
    const silenced = await database.readWorkspace(north.scope, r =>
      r.selectFrom('addresses').select('suppression_reason').where('suppressed_at', 'is not', null).execute(),
    )
    expect(silenced).toEqual([{ suppression_reason: 'objection' }])
  })
})

test('twenty wrong links a minute from one neighbourhood, then it waits; a good link never does (S5)', async () => {
  const link = await ask()
  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
  const statuses = new Map<number, number>()
  for (let i = 0; i < 30; i++) {
    const reply = await app.request(`/r/${randomToken()}`, {}, from(`192.0.2.${i}`))
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 404: 20, 503: 10 })
  expect((await app.request(`/r/${link.token}`, {}, from('192.0.2.9'))).status).toBe(200)
  expect((await app.request(`/r/${randomToken()}`, {}, from('198.51.100.1'))).status).toBe(404)
  for (let i = 0; i < 20; i++) await app.request(`/r/${randomToken()}`, {}, from(`2001:db8:0:1::${i}`))
  expect((await app.request(`/r/${randomToken()}`, {}, from('2001:db8:0:1::ff'))).status).toBe(503)
  expect((await app.request(`/r/${randomToken()}`, {}, from('2001:db8:0:2::1'))).status).toBe(404)
})
