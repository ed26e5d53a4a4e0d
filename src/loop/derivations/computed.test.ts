import { describe, expect, test } from 'vitest'
import { companyWithRules } from '../../../test/harness/company-with-rules.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { AttributeRule, NewAnswer } from '../../vocabulary/index.ts'
import { removeAttribute } from '../attributes/define-attribute.ts'
import { removeTouchpoint } from '../history/list-touchpoints.ts'
import { changePerson, savePerson } from '../people/save-person.ts'
import { enterAnswer } from '../responses/enter-answer.ts'
import { createSurvey } from '../surveys/index.ts'
import { refreshPortion } from './refresh-attributes.ts'
import { removeRule } from './set-rule.ts'
import { tryRule } from './try-rule.ts'

const { database } = await freshDatabase()
const history = (more: object) => ({ from: 'history', kind: 'order', ...more })

describe('an attribute computed from history', () => {
  test('is there for everybody once its rule is, and follows what happens with a person', async () => {
    const { rule, person, happens, attributes, settle } = await companyWithRules(database)
    const anna = await person('anna', { plan: 'pro' })
    await person('ben')
    await happens(anna, 40, { amountCents: 1990, currency: 'EUR', state: 'delivered' })
    await happens(anna, 3, { amountCents: 501, currency: 'EUR', state: 'returned' })
    await happens(anna, 2, { amountCents: 9900, currency: 'SEK', state: 'Delivered' })
    await happens(anna, 1, { kind: 'ticket', title: 'Late' })
    await rule('orders', history({ measure: 'count' }))
    await rule('kept', history({ measure: 'count', states: ['delivered'] }))
    await rule('lately', history({ measure: 'count', withinDays: 30 }))
    await rule('recency', history({ measure: 'days_since_last' }))
    await rule('tenure', history({ measure: 'days_since_first', kind: null }))
    await rule('spent', history({ measure: 'sum_amount', currency: 'EUR' }))
    await rule('last_state', history({ measure: 'last_value', field: 'state' }))
    await settle()
    const all = { orders: 3, kept: 2, lately: 2, recency: 2, tenure: 40, spent: 24.91, last_state: 'Delivered' }
    expect(await attributes(anna)).toEqual({ plan: 'pro', ...all })
    await happens(anna, 0, { amountCents: 100, currency: 'EUR', state: 'open' })
    await settle()
    const now = { orders: 4, lately: 3, recency: 0, spent: 25.91, last_state: 'open' }
    expect(await attributes(anna)).toEqual({ plan: 'pro', ...all, ...now })
  })

  test('stays absent where nothing happened, counts and sums are 0, and what is still to come does not count', async () => {
    const { rule, person, happens, attributes, settle } = await companyWithRules(database)
    await rule('orders', history({ measure: 'count' }))
    await rule('recency', history({ measure: 'days_since_last' }))
    await rule('spent', history({ measure: 'sum_amount', currency: 'EUR' }))
    const ben = await person('ben')
    await happens(ben, -3)
    await settle()
    expect(await attributes(ben)).toEqual({ orders: 0, spent: 0 })
  })

  test('follows a touchpoint that is corrected, moved to somebody else or removed', async () => {
    const { rule, scope, person, happens, attributes, settle } = await companyWithRules(database)
    await rule('spent', history({ measure: 'sum_amount', currency: 'EUR' }))
    const [anna, ben] = [await person('anna'), await person('ben')]
    const order = { sourceId: 'A-1', amountCents: 1000 }
    await happens(anna, 5, order)
    await happens(ben, 5, order)
    await settle()
    expect([await attributes(anna), await attributes(ben)]).toEqual([{ spent: 0 }, { spent: 10 }])
    const { touchpointId } = await happens(ben, 5, order)
    await database.inWorkspace(scope, tx => removeTouchpoint(tx, touchpointId))
    await settle()
    expect(await attributes(ben)).toEqual({ spent: 0 })
  })

  test('grows older each night in the time zone of the company', async () => {
    const { rule, scope, person, happens, attributes, settle } = await companyWithRules(database)
    await rule('recency', history({ measure: 'days_since_last' }))
    const anna = await person('anna')
    await happens(anna, 1)
    await settle()
    const due = await database.inWorkspace(scope, async tx => {
      await tx
        .updateTable('touchpoints')
        .set({ occurred_at: new Date(Date.now() - 9 * 86_400_000) })
        .execute()
      const { due_at } = await tx.selectFrom('attribute_refreshes').select('due_at').executeTakeFirstOrThrow()
      await tx
        .updateTable('attribute_refreshes')
        .set({ due_at: new Date(0) })
        .execute()
      return due_at
    })
    await settle()
    expect(await attributes(anna)).toEqual({ recency: 9 })
    const { time_zone: timeZone } = await database.readWorkspace(scope, reader =>
      reader.selectFrom('workspaces').select('time_zone').executeTakeFirstOrThrow(),
    )
    expect(due.getTime()).toBeGreaterThan(Date.now())
    expect(due.toLocaleTimeString('en-GB', { timeZone })).toBe('00:00:00')
  })

  test('is worked off in portions, each by one process alone, and goes on where it stopped', async () => {
    const { rule, scope, person, attributes } = await companyWithRules(database)
    const people = [await person('anna'), await person('ben'), await person('cleo')]
    await rule('orders', history({ measure: 'count' }))
    const { counted, meanwhile } = await database.inWorkspace(scope, async tx => {
      const counted = await refreshPortion(tx, 2)
      return { counted, meanwhile: await database.inWorkspace(scope, other => refreshPortion(other, 2)) }
    })
    expect([counted, meanwhile]).toEqual([true, false])
    const found = async () => (await Promise.all(people.map(attributes))).filter(({ orders }) => orders === 0).length
    expect(await found()).toBe(2)
    const next = () => database.inWorkspace(scope, tx => refreshPortion(tx, 2))
    expect([await next(), await found(), await next(), await next()]).toEqual([true, 3, false, false])
  })

  test('stands in an answer as it was at that moment', async () => {
    const { rule, scope, person, happens, settle } = await companyWithRules(database)
    await rule('orders', history({ measure: 'count' }))
    const { surveyId, answers } = await survey(scope)
    const anna = await person('anna')
    for (const orders of [0, 1]) {
      if (orders > 0) await happens(anna, 0)
      await settle()
      await answers(anna, { surveyId, score: 9 })
    }
    await settle()
    const rows = await database.readWorkspace(scope, reader =>
      reader.selectFrom('responses').select('attributes').orderBy('answered_at').execute(),
    )
    expect(rows.map(row => row.attributes)).toEqual([{ orders: 0 }, { orders: 1 }])
  })

  test('can be given by nobody, and goes away with its rule', async () => {
    const { rule, scope, person, attributes, settle } = await companyWithRules(database)
    await rule('orders', history({ measure: 'count' }))
    const anna = await person('anna', { plan: 'pro' })
    await settle()
    const given = { email: 'anna@example.com', attributes: { orders: 7 } }
    await expect(database.inWorkspace(scope, tx => savePerson(tx, given))).rejects.toThrow('attribute_computed')
    await expect(database.inWorkspace(scope, tx => changePerson(tx, anna, given))).rejects.toThrow('attribute_computed')
    await database.inWorkspace(scope, tx => removeRule(tx, 'orders'))
    await settle()
    expect(await attributes(anna)).toEqual({ plan: 'pro' })
    await rule('orders', history({ measure: 'count' }))
    await settle()
    await database.inWorkspace(scope, tx => removeAttribute(tx, 'orders'))
    await settle()
    expect(await attributes(anna)).toEqual({ plan: 'pro' })
  })

  test('says before it is saved who would get a value, and which', async () => {
    const { scope, person, happens, attributes } = await companyWithRules(database)
    const [anna] = [await person('anna'), await person('ben')]
    await happens(anna, 3, { title: 'Boots' })
    await happens(anna, 2, { title: 'Coat' })
    const trial = (rule: object) =>
      database.readWorkspace(scope, reader => tryRule(reader, AttributeRule.parse(history(rule))))
    expect(await trial({ measure: 'count' })).toEqual({
      ...{ people: 2, found: 2 },
      values: [
        { value: '0', people: 1 },
        { value: '2', people: 1 },
      ],
    })
    expect(await trial({ measure: 'count', title: 'boots' })).toMatchObject({
      values: [{ value: '0' }, { value: '1' }],
    })
    const last = await trial({ measure: 'last_value', field: 'title' })
    expect(last).toEqual({ people: 2, found: 1, values: [{ value: 'Coat', people: 1 }] })
    expect(await attributes(anna)).toEqual({})
  })

  test('needs a rule that finds values of its type', async () => {
    const { rule } = await companyWithRules(database)
    await rule('orders', history({ measure: 'count' }))
    await expect(rule('orders', history({ measure: 'last_value', field: 'title' }))).rejects.toThrow(
      'attribute_type_differs',
    )
    expect(AttributeRule.safeParse(history({ measure: 'last_value' })).success).toBe(false)
    expect(AttributeRule.safeParse(history({ measure: 'sum_amount' })).success).toBe(false)
  })
})

async function survey(scope: { workspaceId: string }) {
  const { surveyId } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'Relation' }))
  const answers = (personId: string, given: object) =>
    database.inWorkspace(scope, tx => enterAnswer(tx, NewAnswer.parse({ personId, ...given })))
  return { surveyId, answers }
}

test('an answer entered for an earlier day has what history says of that day, and nothing where that cannot be known', async () => {
  const { rule, scope, person, happens, settle } = await companyWithRules(database)
  await rule('orders', history({ measure: 'count' }))
  await rule('recency', history({ measure: 'days_since_last' }))
  await rule('kept', history({ measure: 'count', states: ['delivered'] }))
  await rule('last_state', history({ measure: 'last_value', field: 'state' }))
  const anna = await person('anna', { plan: 'pro' })
  for (const daysAgo of [30, 20, 2]) await happens(anna, daysAgo, { state: 'delivered' })
  await settle()
  const { surveyId } = await database.inWorkspace(scope, tx => createSurvey(tx, { name: 'On paper' }))
  const entered = async (more: object) => {
    const given = NewAnswer.parse({ surveyId, personId: anna, score: 9, ...more })
    const { responseId } = await database.inWorkspace(scope, tx => enterAnswer(tx, given))
    await settle()
    return database.readWorkspace(scope, async reader => {
      const found = reader.selectFrom('responses').select('attributes').where('response_id', '=', responseId)
      return (await found.executeTakeFirstOrThrow()).attributes
    })
  }
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const now = { plan: 'pro', orders: 3, recency: 2, kept: 3, last_state: 'delivered' }
  expect(await entered({})).toEqual(now)
  expect(await entered({ answeredAt: daysAgo(15) })).toEqual({ plan: 'pro', orders: 2, recency: 5 })
  expect(await entered({ answeredAt: daysAgo(40) })).toEqual({ plan: 'pro', orders: 0 })
})
