import { beforeEach } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { systemClock } from '../../platform/clock.ts'
import { answerPages } from './pages.ts'

export const SECRET = 'a secret for the stories, long enough to be one'
const settings = { secret: SECRET, publicUrl: 'http://localhost:4747', trustedProxies: 0 } as never
const log = { warn: () => undefined, error: () => undefined } as never
const FORM = 'application/x-www-form-urlencoded'

/** What a visitor sends: fields, or a body as it is. */
type Sent = Record<string, string> | string[][] | string

export const nonceIn = (page: string) => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
/** The number that stands selected. */
export const checkedIn = (page: string) => /value="(\d+)" required checked/.exec(page)?.[1]

/** The customer's pages over a company of their own, and a visitor who can wait without time passing. */
export async function visitedPages() {
  const { database } = await freshDatabase()
  const { scope } = await freshWorkspace(database)
  let ahead = 0
  beforeEach(() => {
    ahead = 0
  })
  const app = answerPages({ database, settings, log, clock: () => new Date(systemClock().getTime() + ahead) })
  const wait = (ms: number) => {
    ahead += ms
  }
  const open = async (path: string, init: RequestInit = {}) => app.request(path, init)
  const look = async (path: string) => (await open(path)).text()
  const post = async (path: string, sent: Sent, type = FORM) => {
    const body = typeof sent === 'string' ? sent : new URLSearchParams(sent as never).toString()
    const reply = await open(path, { method: 'POST', headers: { 'content-type': type }, body })
    return { status: reply.status, headers: reply.headers, page: await reply.text() }
  }
  /** A person who was asked, with the link. */
  const ask = async (options: Parameters<typeof invitedPeople>[3] = {}) => {
    const { links, surveyId } = await invitedPeople(database, scope, 1, options)
    const [link] = links
    if (!link) throw new Error('nobody was invited')
    return { ...link, surveyId }
  }
  /** Opens the link, waits as a person does, and sends. */
  const answer = async (token: string, fields: Record<string, string>, by = '?change=1') => {
    const nonce = nonceIn(await look(`/r/${token}${by}`))
    wait(5000)
    return { ...(await post(`/r/${token}`, { nonce, language: 'en', ...fields })), nonce }
  }
  /** Opens the link as a mail gives it, and sends a number. */
  const send = (token: string, score: number | string, more: Record<string, string> = {}) =>
    answer(token, { score: String(score), ...more }, '?score=9')
  return { ...{ database, scope, open, look, post, wait, ask, answer, send }, ...storedIn(database, scope) }
}

type Database = Awaited<ReturnType<typeof freshDatabase>>['database']
type Scope = Awaited<ReturnType<typeof freshWorkspace>>['scope']

/** What stands in the database after a visit. */
const storedIn = (database: Database, scope: Scope) => ({
  stored: (invitationId: string) =>
    database.readWorkspace(scope, r =>
      r.selectFrom('responses').selectAll().where('invitation_id', '=', invitationId).execute(),
    ),
  revisions: (responseId: string) =>
    database.readWorkspace(scope, r =>
      r.selectFrom('response_revisions').selectAll().where('response_id', '=', responseId).execute(),
    ),
  visits: (invitationId: string) =>
    database.readWorkspace(scope, r =>
      r
        .selectFrom('invitation_visits')
        .selectAll()
        .where('invitation_id', '=', invitationId)
        .orderBy('visit_id')
        .execute(),
    ),
})
