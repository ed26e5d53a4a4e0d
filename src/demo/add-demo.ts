import { checkAdminSomewhere } from '../access/index.ts'
import { standardWordings } from '../loop/surveys/index.ts'
import { analyzeAll, type Reader } from '../platform/database/index.ts'
import { addressKey } from '../platform/secrets/index.ts'
import type { Tools } from '../platform/tools.ts'
import { retailer } from './companies/retailer.ts'
import { softwareFirm } from './companies/software-firm.ts'
import { webShop } from './companies/web-shop.ts'
import type { Company } from './company.ts'
import { demoIsThere, insertComputed, insertDemoSurvey, insertDemoWorkspace, writeRows } from './queries.ts'
import { rowsOf } from './rows.ts'

/** Adds the three demo companies as workspaces of their own; `accountId` becomes their owner. Does nothing where they stand already. */
export async function addDemo(tools: Tools, accountId: string | null): Promise<{ workspaceIds: string[] }> {
  if (await tools.database.inInstance(demoIsThere)) return { workspaceIds: [] }
  const workspaceIds: string[] = []
  for (const company of [softwareFirm, webShop, retailer]) {
    workspaceIds.push(await addCompany(tools, company(tools.clock()), accountId))
  }
  await analyzeAll(tools.database)
  return { workspaceIds }
}

/** The same for somebody who asks for it: an owner or admin of a workspace, as an owner may send. */
export async function addDemoFor(reader: Reader, tools: Tools, accountId: string): Promise<{ workspaceIds: string[] }> {
  await checkAdminSomewhere(reader, accountId)
  return addDemo(tools, accountId)
}

async function addCompany(tools: Tools, company: Company, accountId: string | null): Promise<string> {
  const { workspaceId, team } = await tools.database.inInstance(tx => insertDemoWorkspace(tx, company, accountId))
  await tools.database.inWorkspace({ workspaceId, actor: 'demo' }, async tx => {
    const survey = await insertDemoSurvey(tx, company.product, standardWordings(company.product, company.language))
    if (company.computed) await insertComputed(tx, company.computed)
    const key = (email: string) => addressKey(tools.settings.secret, 'email', email)
    await writeRows(tx, rowsOf(company, { ...survey, team, addressKey: key, now: tools.clock() }))
  })
  return workspaceId
}
