import { expect, test } from 'vitest'
import { companyWithLinks, freshKey } from '../../../test/harness/company-with-links.ts'
import { publishWording, standardWordings } from '../../loop/surveys/index.ts'

const { database, own, signedIn, survey, openLink, send, laterBy } = await companyWithLinks()

const publish = (surveyId: string, question: string) =>
  database.inWorkspace(own.scope, async tx => {
    const wording = standardWordings('Nordwind', 'en', { opening: 'nps' })
    const { en, de } = wording.texts
    if (!en || !de) throw new Error('the standard wording speaks English and German')
    const texts = { en: { ...en, question, followUpByScore: { 4: 'Why a four for {{company}}?' } }, de }
    await publishWording(tx, surveyId, { ...wording, texts }, { language: 'en' })
  })

test('an answer shows the wording that it answered, in its language, whatever is asked today', async () => {
  const link = await openLink()
  await send(link.key, { key: freshKey(), score: 9, language: 'en' })
  await publish(link.surveyId, 'Would you come back to {{company}}?')
  laterBy(6000)
  await send(link.key, { key: freshKey(), score: 4, comment: 'The queue', language: 'en' })
  laterBy(1000)
  await send(link.key, { key: freshKey(), score: 4, comment: 'Die Schlange', language: 'de' })
  laterBy(1000)
  await send(link.key, { key: freshKey(), score: 10, language: 'fi' })
  await publish(link.surveyId, 'Something else?')
  const { json } = await signedIn().get(`/answers?survey=${link.surveyId}`)
  const asked = json.items.map((item: { asked: object }) => item.asked).reverse()
  expect(asked).toMatchObject([
    { version: 1, language: 'en', followUp: null },
    { version: 2, language: 'en', question: 'Would you come back to Nordwind?', followUp: 'Why a four for Nordwind?' },
    { version: 2, language: 'de', question: expect.stringContaining('Wie wahrscheinlich') },
    { version: 2, language: 'en', question: 'Would you come back to Nordwind?' },
  ])
  expect(asked[0].question).toContain('How likely')
})

test('an anonymous answer does not show its version or language: that would divide the batch', async () => {
  const surveyId = await survey('nps', true)
  const link = await openLink({ surveyId })
  for (let i = 0; i < 10; i++) await send(link.key, { key: freshKey(), score: i, language: 'en' })
  const yesterday = new Date(Date.now() - 86_400_000)
  await database.inWorkspace(own.scope, tx =>
    tx.updateTable('responses').set({ answered_at: yesterday }).where('survey_id', '=', surveyId).execute(),
  )
  await signedIn().send('PUT', '/anonymity', { shownFrom: 10 })
  const { json } = await signedIn().get(`/answers?survey=${surveyId}`)
  expect(json.items).toHaveLength(10)
  expect(json.items.every((item: { asked: unknown }) => item.asked === null)).toBe(true)
})

test('people and their time lines show what was answered on every scale', async () => {
  const browser = signedIn()
  const person = async (name: string) => (await browser.post('/people', { name })).json.personId as string
  const [aino, berta, carl] = [await person('Aino'), await person('Berta'), await person('Carl')]
  const answer = (surveyId: string, personId: string, given: object) =>
    browser.post('/answers', { surveyId, personId, channel: 'phone', comment: null, ...given })
  await answer(await survey('csat'), aino, { rating: 4 })
  await answer(await survey('free'), berta, { comment: 'More seats' })
  await answer(await survey('nps'), carl, { score: 3 })
  const { json } = await browser.get('/people?limit=10')
  expect(json.items).toMatchObject([
    { name: 'Aino', answer: { opening: 'csat', rating: 4, score: null } },
    { name: 'Berta', answer: { opening: 'free', rating: null, score: null } },
    { name: 'Carl', answer: { opening: 'nps', score: 3 } },
  ])
  const line = (await browser.get(`/people/${aino}/time-line`)).json.items
  expect(line).toMatchObject([
    { kind: 'answer', answer: { opening: 'csat', rating: 4, asked: { version: 1, question: expect.any(String) } } },
  ])
  const cases = await browser.get(`/people/${carl}/time-line`)
  expect(cases.json.items[0].answer.asked.question).toContain('How likely')
})
