import type { Insertable } from 'kysely'
import type { Tables, Tx } from '../platform/database/index.ts'
import type { HistoryRule } from '../vocabulary/index.ts'
import type { Computed } from './company.ts'

const ROWS_AT_ONCE = 1000

/** Rows of one company, by table, in an order that keeps every reference. */
export type Rows = {
  people: Insertable<Tables['people']>[]
  permissions: Insertable<Tables['permissions']>[]
  touchpoints: Insertable<Tables['touchpoints']>[]
  waves: Insertable<Tables['waves']>[]
  invitations: Insertable<Tables['invitations']>[]
  messages: Insertable<Tables['messages']>[]
  responses: Insertable<Tables['responses']>[]
  cases: Insertable<Tables['cases']>[]
  case_dossier_reads: Insertable<Tables['case_dossier_reads']>[]
  case_contacts: Insertable<Tables['case_contacts']>[]
  case_closures: Insertable<Tables['case_closures']>[]
}

/** Writes the rows of one company, table after table. */
export async function writeRows(tx: Tx, rows: Rows): Promise<void> {
  for (const table of Object.keys(rows) as (keyof Rows)[]) {
    for (let from = 0; from < rows[table].length; from += ROWS_AT_ONCE) {
      // The table and its rows belong together by the type of Rows; kysely cannot follow that through the loop.
      await tx
        .insertInto(table)
        .values(rows[table].slice(from, from + ROWS_AT_ONCE) as never)
        .execute()
    }
  }
}

/** A workspace marked as demo, with the members of its story; `accountId` becomes its owner. */
export async function insertDemoWorkspace(
  tx: Tx,
  company: { name: string; language: string; timeZone: string; sender: string; domain: string },
  accountId: string | null,
): Promise<{ workspaceId: string; team: string[] }> {
  const { workspace_id: workspaceId } = await tx
    .insertInto('workspaces')
    .values({
      name: company.name,
      language: company.language,
      time_zone: company.timeZone,
      sender_name: company.sender,
      sender_address: `feedback@${company.domain}`,
      imprint: `${company.name}, Hafenstraße 1, 28195 Bremen`,
      demo: true,
    })
    .returning('workspace_id')
    .executeTakeFirstOrThrow()
  const team = await insertTeam(tx, workspaceId)
  if (accountId)
    await tx.insertInto('members').values({ workspace_id: workspaceId, account_id: accountId, role: 'owner' }).execute()
  return { workspaceId, team }
}

const TEAM = ['Jonas Weber', 'Aino Lahti', 'Maria Sand']

async function insertTeam(tx: Tx, workspaceId: string): Promise<string[]> {
  const accounts = await tx
    .insertInto('accounts')
    .values(
      TEAM.map(name => ({
        name,
        email: `${name.toLowerCase().replace(' ', '.')}.${workspaceId.slice(0, 8)}@demo.invalid`,
      })),
    )
    .returning('account_id')
    .execute()
  const team = accounts.map(account => account.account_id)
  await tx
    .insertInto('members')
    .values(
      team.map((account_id, place) => ({
        workspace_id: workspaceId,
        account_id,
        role: place === 0 ? ('manager' as const) : ('agent' as const),
      })),
    )
    .execute()
  return team
}

/** Takes the demo workspaces away in which the account decides, and the accounts of their story; returns how many went. */
export async function deleteDemo(tx: Tx, accountId: string): Promise<number> {
  const mine = tx
    .selectFrom('members')
    .select('workspace_id')
    .where('account_id', '=', accountId)
    .where('role', 'in', ['owner', 'admin'])
  const gone = await tx
    .deleteFrom('workspaces')
    .where('demo', '=', true)
    .where('workspace_id', 'in', mine)
    .returning('workspace_id')
    .execute()
  const team = gone.map(workspace => `%.${workspace.workspace_id.slice(0, 8)}@demo.invalid`)
  for (const address of team) await tx.deleteFrom('accounts').where('email', 'like', address).execute()
  return gone.length
}

/** Whether there is a demo workspace already. */
export const demoIsThere = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('workspaces').select('workspace_id').where('demo', '=', true).limit(1).executeTakeFirst()) !==
  undefined

/** The demo's survey with its first wording. */
export async function insertDemoSurvey(
  tx: Tx,
  name: string,
  wording: Record<string, unknown>,
): Promise<{ surveyId: string; version: number }> {
  const { survey_id: surveyId } = await tx
    .insertInto('surveys')
    .values({ name })
    .returning('survey_id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('survey_versions')
    .values({ survey_id: surveyId, version: 1, wording: JSON.stringify(wording) })
    .execute()
  return { surveyId, version: 1 }
}

/** An attribute by rule; what it is now stands at the people, and each night it is found anew. */
export async function insertComputed(tx: Tx, { name, label, kind, bands }: Computed): Promise<void> {
  const rule: HistoryRule = {
    from: 'history',
    measure: 'count',
    kind,
    ...{ states: [], title: null, withinDays: null, field: null, currency: null },
  }
  const more = { bands: JSON.stringify(bands), rule: JSON.stringify(rule) }
  await tx
    .insertInto('attribute_definitions')
    .values({ name, label, type: 'number', source: 'computed', ...more })
    .execute()
  await tx.insertInto('attribute_refreshes').defaultValues().execute()
}

/** The account that looks around in the demo, made at the first time. */
export async function demoAccount(tx: Tx, email: string): Promise<string> {
  const known = await tx.selectFrom('accounts').select('account_id').where('email', '=', email).executeTakeFirst()
  if (known) return known.account_id
  const made = await tx
    .insertInto('accounts')
    .values({ email, name: 'Demo' })
    .returning('account_id')
    .executeTakeFirstOrThrow()
  return made.account_id
}
