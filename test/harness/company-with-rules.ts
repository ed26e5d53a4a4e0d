import { deliverEvents } from '../../src/loop/deliver-events.ts'
import { refreshing } from '../../src/loop/derivations/refresh-attributes.ts'
import { setRule } from '../../src/loop/derivations/set-rule.ts'
import { recordTouchpoint } from '../../src/loop/history/index.ts'
import { loop } from '../../src/loop/index.ts'
import { savePerson } from '../../src/loop/people/index.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { AttributeRule, NewTouchpoint } from '../../src/vocabulary/index.ts'
import { freshWorkspace } from './database.ts'
import { testTools } from './product.ts'

const DAY_MS = 86_400_000

/** A company whose attributes follow rules, with everything that works in the background worked off. */
export async function companyWithRules(database: Database) {
  const { scope, accountId } = await freshWorkspace(database)
  const { tools } = testTools(database)
  const settle = async () => {
    const [events, refreshes] = [deliverEvents(tools, loop), refreshing(tools)]
    while (await events.once());
    while (await refreshes.once());
  }
  const rule = (name: string, given: object) =>
    database.inWorkspace(scope, tx => setRule(tx, { name, rule: AttributeRule.parse(given) }))
  const person = async (name: string, attributes = {}) =>
    (await database.inWorkspace(scope, tx => savePerson(tx, { email: `${name}@example.com`, attributes }))).personId
  let number = 0
  const happens = (personId: string, daysAgo: number, more: object = {}) => {
    const occurredAt = new Date(Date.now() - daysAgo * DAY_MS).toISOString()
    const sourceId = String(++number)
    const given = NewTouchpoint.parse({ kind: 'order', title: 'Order', sourceId, occurredAt, ...more })
    return database.inWorkspace(scope, tx => recordTouchpoint(tx, personId, given))
  }
  const attributes = (personId: string) =>
    database.readWorkspace(scope, async reader => {
      const found = reader.selectFrom('people').select('attributes').where('person_id', '=', personId)
      return (await found.executeTakeFirstOrThrow()).attributes
    })
  return { scope, accountId, settle, rule, person, happens, attributes }
}
