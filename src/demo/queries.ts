import type { Insertable } from 'kysely'
import type { Tables, Tx } from '../platform/database/index.ts'

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

/** Takes every demo workspace and the accounts of its story away; returns how many workspaces went. */
export async function deleteDemo(tx: Tx): Promise<number> {
  const gone = await tx.deleteFrom('workspaces').where('demo', '=', true).returning('workspace_id').execute()
  await tx.deleteFrom('accounts').where('email', 'like', '%@demo.invalid').execute()
  return gone.length
}

/** Whether there is a demo workspace already. */
export const demoIsThere = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('workspaces').select('workspace_id').where('demo', '=', true).limit(1).executeTakeFirst()) !==
  undefined
