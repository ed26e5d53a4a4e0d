import { expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browser.mjs'
import { askedPerson } from '../../src/loop/replies/replies.fixture.ts'
import { answerPages } from '../../src/loop/responses/index.ts'
import { freshDatabase, freshWorkspace } from '../harness/database.ts'
import { testTools } from '../harness/product.ts'
import { run, small } from './scanner-visits.ts'

test('scanners that open everything cast no vote, and the people after them all count (G3, S1)', async () => {
  const { failures, detail } = await run({ ...small, browsers: findBrowser() ? small.browsers : 0 })
  expect(failures, detail).toBe(0)
}, 600_000)

test('who opens a link in the moment of its delivery is no reader; an hour later nothing speaks against it (G3, S1)', async () => {
  const { database } = await freshDatabase()
  const { scope } = await freshWorkspace(database)
  const { tools } = testTools(database)
  const pages = answerPages(tools)
  // A minute ahead, so that no machine is too slow for the two seconds.
  for (const [accepted, sign] of [
    ["now() + interval '1 minute'", 'too_soon'],
    ["now() - interval '1 hour'", null],
  ] as const) {
    const { token, invitationId } = await askedPerson(tools, scope, {
      channel: 'email',
      address: `${sign}@example.com`,
    })
    await database.pool.query(`update messages set accepted_at = ${accepted} where invitation_id = $1`, [invitationId])
    expect((await pages.request(`/r/${token}?score=9`)).status).toBe(200)
    const { rows } = await database.pool.query('select sign, score from invitation_visits where invitation_id = $1', [
      invitationId,
    ])
    expect(rows).toEqual([{ sign, score: 9 }])
  }
})
