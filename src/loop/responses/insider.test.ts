import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { invitedPeople } from '../../../test/harness/invited-people.ts'
import { testTools } from '../../../test/harness/product.ts'
import { tokenHash } from '../../platform/secrets/index.ts'
import { answerPages } from './pages.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database, 'North')
const south = await freshWorkspace(database, 'South')
const { tools } = testTools(database)
let ahead = 0
const clock = () => new Date(Date.now() + ahead)
const pagesOf = (demo: boolean) => answerPages({ ...tools, clock, settings: { ...tools.settings, demo } })

/** A browser that is signed in to the team's pages of this company. */
async function signedIn(scope: { workspaceId: string }) {
  const token = `session-${scope.workspaceId}`
  await database.inInstance(async tx => {
    const account = { name: 'Jonas', email: `jonas-${scope.workspaceId}@example.com` }
    const { account_id } = await tx
      .insertInto('accounts')
      .values(account)
      .returning('account_id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('members').values({ workspace_id: scope.workspaceId, account_id, role: 'agent' }).execute()
    const session = { account_id, workspace_id: scope.workspaceId, expires_at: new Date(Date.now() + 86_400_000) }
    await tx
      .insertInto('sessions')
      .values({ ...session, token_hash: tokenHash(token) })
      .execute()
  })
  return `sid=${token}`
}

async function answerWith(cookie: string, { demo = false, scope = north.scope } = {}) {
  const { links } = await invitedPeople(database, scope, 1)
  const token = links[0]?.token ?? ''
  const app = pagesOf(demo)
  const page = await (await app.request(`/r/${token}`)).text()
  const nonce = /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? ''
  ahead += 5000
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie }
  const body = new URLSearchParams({ nonce, score: '10', seen: 'touch' }).toString()
  const reply = await app.request(`/r/${token}`, { method: 'POST', headers, body })
  const row = await database.readWorkspace(scope, r =>
    r
      .selectFrom('responses')
      .select(['state', 'evidence'])
      .where('invitation_id', '=', links[0]?.invitationId ?? '')
      .executeTakeFirst(),
  )
  return { status: reply.status, row }
}

test('an answer from a browser that is signed in to the team’s pages is set aside, and nobody else’s (S7)', async () => {
  const [mine, theirs] = [await signedIn(north.scope), await signedIn(south.scope)]
  expect(await answerWith(mine)).toEqual({ status: 200, row: { state: 'quarantined', evidence: 'insider' } })
  expect((await answerWith(theirs)).row).toEqual({ state: 'confirmed', evidence: null })
  expect((await answerWith('sid=made-up; other=1')).row).toEqual({ state: 'confirmed', evidence: null })
  expect((await answerWith('')).row).toEqual({ state: 'confirmed', evidence: null })
})

test('in the demo one may try the customer’s side in the same browser', async () => {
  const here = await freshWorkspace(database, 'West')
  expect((await answerWith(await signedIn(here.scope), { demo: true, scope: here.scope })).row).toMatchObject({
    state: 'confirmed',
  })
})
