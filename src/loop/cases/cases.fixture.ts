import { randomUUID } from 'node:crypto'
import { company, cookieOf } from '../../../test/contract/two-companies.ts'
import { freshDatabase } from '../../../test/harness/database.ts'
import { productOn } from '../../../test/harness/product.ts'
import type { Role } from '../../vocabulary/index.ts'
import { deliverEvents } from '../deliver-events.ts'
import { loop } from '../index.ts'
import { createSurvey } from '../surveys/index.ts'

/** A company whose members work on cases, for stories. */
export async function companyWithCases() {
  const { database } = await freshDatabase()
  const product = productOn(database)
  const delivery = deliverEvents(product.tools, loop)
  const nordwind = await company(database, 'Nordwind')
  const { surveyId } = await database.inWorkspace(nordwind.scope, tx => createSurvey(tx, { name: 'Customer survey' }))

  /** Everything that follows from what happened. */
  const deliver = async () => {
    while (await delivery.once());
  }
  async function as(role: Role) {
    product.time.now = new Date()
    const browser = product.browser()
    browser.setCookie(await cookieOf(database, nordwind, role))
    return browser
  }
  async function person(name: string): Promise<string> {
    const manager = await as('manager')
    const email = `${randomUUID()}@example.com`
    return (await manager.post('/people', { name, email, company: 'Bäckerei Köhler GmbH' })).json.personId
  }
  /** An answer that came by phone, delivered to its listeners; the case it opened. */
  async function answered(personId: string, score: number, comment: string | null = null): Promise<string> {
    const agent = await as('agent')
    await agent.post('/answers', { surveyId, personId, score, comment, channel: 'phone' })
    await deliver()
    const found = await agent.get(`/cases?personId=${personId}&sort=newest`)
    return found.json.items[0].caseId
  }
  return { database, product, nordwind, surveyId, deliver, as, person, answered }
}
