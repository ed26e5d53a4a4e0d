import { randomBytes } from 'node:crypto'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import type { Database } from '../../src/platform/database/index.ts'
import type { Opening } from '../../src/vocabulary/index.ts'
import { type Company, company, cookieOf } from '../contract/two-companies.ts'
import { productOn } from './product.ts'

/** A company with open links, and visitors who send answers, for stories; on a database of its own where none is given. */
export async function companyWithLinks(given?: Database) {
  const database = given ?? (await (await import('./database.ts')).freshDatabase()).database
  const own: Company = await company(database, 'Nordwind')
  const cookie = await cookieOf(database, own, 'owner')
  const product = productOn(database, { ECHOLOT_TRUSTED_PROXIES: '1' })

  const signedIn = () => {
    const browser = product.browser()
    browser.setCookie(cookie)
    return browser
  }

  const survey = (opening: Opening = 'nps', anonymous = false): Promise<string> =>
    database.inWorkspace(own.scope, async tx => {
      const { survey_id } = await tx
        .insertInto('surveys')
        .values({ name: 'Visit', opening, anonymous })
        .returning('survey_id')
        .executeTakeFirstOrThrow()
      const wording = JSON.stringify(standardWordings('Nordwind', 'en', { opening }))
      await tx.insertInto('survey_versions').values({ survey_id, version: 1, wording }).execute()
      return survey_id
    })

  const openLink = async (given: Record<string, unknown> = {}) => {
    const surveyId = given.surveyId ?? (await survey())
    const reply = await signedIn().post('/open-links', { name: 'Counter', channel: 'link', surveyId, ...given })
    if (reply.status !== 201) throw new Error(reply.text)
    return reply.json as { openLinkId: string; key: string; surveyId: string; address: string }
  }

  /** Sends as the widget and the kiosk do. */
  const send = async (linkKey: string, body: unknown, headers: Record<string, string> = {}) => {
    const request = new Request(`http://localhost:4747/o/${linkKey}/answers`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '198.51.100.7', ...headers },
      body: JSON.stringify(body),
    })
    const reply = await product.fetch(request)
    return { status: reply.status, headers: reply.headers, json: await reply.json() }
  }

  const stored = (surveyId: string) =>
    database.readWorkspace(own.scope, reader =>
      reader.selectFrom('responses').selectAll().where('survey_id', '=', surveyId).orderBy('answered_at').execute(),
    )

  const said = (subjectId: string) =>
    database.readWorkspace(own.scope, reader =>
      reader
        .selectFrom('events')
        .select(['name', 'payload'])
        .where('subject_id', '=', subjectId)
        .orderBy('event_id')
        .execute(),
    )

  /** What was remembered of links is asked for again. */
  const laterBy = (ms: number) => {
    product.time.now = new Date(product.time.now.getTime() + ms)
  }
  return { database, own, product, signedIn, survey, openLink, send, stored, said, laterBy }
}

/** The key of an answer, as a page makes it. */
export const freshKey = (): string => randomBytes(16).toString('base64url')
