import { beforeAll, expect, test } from 'vitest'
import { type Company, company, cookieOf } from '../../../test/contract/two-companies.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { productOn, testTools } from '../../../test/harness/product.ts'
import { createApp } from '../../app.ts'
import { emit } from '../../loop/emit.ts'
import { newsDesk } from './index.ts'

const { database } = await freshDatabase()
const app = createApp(testTools(database).tools)
let own: Company
let other: Company

beforeAll(async () => {
  own = await company(database, 'Nordwind')
  other = await company(database, 'Südwind')
})

async function watching(of: Company, headers: Record<string, string> = {}, seconds = 60) {
  const cookie = await cookieOf(database, of, 'viewer')
  const reply = await app.fetch(
    new Request(`http://localhost:4747/api/v1/news?seconds=${seconds}`, { headers: { cookie, ...headers } }),
  )
  const reader = reply.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const decoder = new TextDecoder()
  let text = decoder.decode((await reader.read()).value)
  const until = async (sign: string) => {
    while (!text.includes(sign)) {
      const { value, done } = await reader.read()
      if (done) return `${text}<end>`
      text += decoder.decode(value)
    }
    return text
  }
  return { reply, until, leave: () => reader.cancel(), text: () => text, cookie }
}

const happens = (of: Company, subjectId = crypto.randomUUID()) =>
  database
    .inWorkspace(of.scope, tx => emit(tx, 'response.commented', subjectId, { personId: null, reason: null }))
    .then(() => subjectId)

test('an answer is told to those who watch, and says nothing of its content', async () => {
  const page = await watching(own)
  expect(page.reply.headers.get('content-type')).toBe('text/event-stream')
  const subjectId = await happens(own)
  const text = await page.until(subjectId)
  expect(text).toContain('"name":"response.commented"')
  expect(text).not.toContain('personId')
  await page.leave()
})

test('another company hears nothing', async () => {
  const page = await watching(own)
  const foreign = await happens(other)
  const subjectId = await happens(own)
  expect(await page.until(subjectId)).not.toContain(foreign)
  await page.leave()
})

test('whoever comes again is told what happened meanwhile, once', async () => {
  const first = await watching(own)
  const seen = await happens(own)
  const id = /id: (\d+)\n(?!.*id: )/s.exec(await first.until(seen))?.[1] ?? ''
  await first.leave()
  const missed = await happens(own)
  const again = await watching(own, { 'last-event-id': id })
  const text = await again.until(missed)
  expect(text).not.toContain(seen)
  expect(text.split(missed)).toHaveLength(2)
  await again.leave()
})

test('ends where the right to it ended, before anything is told', async () => {
  const page = await watching(own)
  await database.inInstance(tx => tx.deleteFrom('sessions').execute())
  const untold = await happens(own)
  const text = await page.until('nothing will say this')
  expect(text).toMatch(/<end>$/)
  expect(text).not.toContain(untold)
})

test('ends by itself after its time, and when the process ends', async () => {
  const short = await watching(own, {}, 1)
  expect(await short.until('nothing will say this')).toMatch(/<end>$/)
  const long = await watching(own)
  newsDesk(database).close()
  expect(await long.until('nothing will say this')).toMatch(/<end>$/)
})

test('nobody who is not signed in hears anything', async () => {
  const reply = await productOn(database).browser().get('/news')
  expect(reply.status).toBe(401)
})
