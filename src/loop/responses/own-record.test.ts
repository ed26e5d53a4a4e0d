import { describe, expect, test } from 'vitest'
import { nonceIn, visitedPages } from './answer-pages.fixture.ts'

const { database, scope, look, post, ask, answer } = await visitedPages()

describe('what is stored about a person', () => {
  /** Of codes, in the language of the person. */
  const NAMES = ['Finnland', 'Deutsch']

  test('is shown to who presses the button, and to no visitor who only opens links', async () => {
    const link = await ask()
    await answer(link.token, { score: '9', comment: 'fine' })
    await database.inWorkspace(scope, async tx => {
      const codes = { language: 'de', country: 'FI' }
      const facts = { email: `a-${link.personId}@example.com`, attributes: JSON.stringify({ plan: 'Team' }), ...codes }
      await tx.updateTable('people').set(facts).where('person_id', '=', link.personId).execute()
    })
    expect(await look(`/r/${link.token}/about`)).not.toContain('@example.com')
    const nonce = nonceIn(await look(`/r/${link.token}/about`))
    const { page } = await post(`/r/${link.token}/stored`, { nonce })
    for (const fact of ['Aino Virtanen', `a-${link.personId}@example.com`, 'Team', 'fine', 'Relationship', ...NAMES]) {
      expect(page).toContain(fact)
    }
    expect((await post(`/r/${link.token}/stored`, { nonce: 'x' })).page).not.toContain('@example.com')
  })

  test('is asked to be deleted by a button, once, with a day; from then on nobody asks', async () => {
    const link = await ask()
    await database.inWorkspace(scope, tx =>
      tx
        .updateTable('people')
        .set({ email: `b-${link.personId}@example.com` })
        .where('person_id', '=', link.personId)
        .execute(),
    )
    const page = await look(`/r/${link.token}/erasure`)
    const requests = () =>
      database.readWorkspace(scope, r =>
        r.selectFrom('erasure_requests').selectAll().where('person_id', '=', link.personId).execute(),
      )
    expect(await requests()).toEqual([])
    for (let again = 0; again < 2; again++) {
      expect((await post(`/r/${link.token}/erasure`, { nonce: nonceIn(page) })).page).toContain(
        'Your request is stored',
      )
    }
    expect(await requests()).toHaveLength(1)
    const silenced = await database.readWorkspace(scope, r =>
      r.selectFrom('addresses').select('suppression_reason').where('suppressed_at', 'is not', null).execute(),
    )
    expect(silenced).toEqual([{ suppression_reason: 'objection' }])
  })
})
