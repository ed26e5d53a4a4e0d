import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { Database } from '../../src/platform/database/index.ts'

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A migrated database of its own, removed after the test file; `url` for programs under test. */
export async function freshDatabase(): Promise<{ database: Database; url: string }> {
  const name = `echolot_test_${randomBytes(6).toString('hex')}`
  await admin(`create database ${name} template ${inject('templateName')}`)
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  const database = new Database(url.toString(), { connections: 8 })
  afterAll(async () => {
    await database.close()
    await admin(`drop database if exists ${name} with (force)`)
  })
  return { database, url: url.toString() }
}

/** A workspace with an owner, for stories. */
export async function freshWorkspace(database: Database, name = 'Nordwind Software') {
  return database.inInstance(async tx => {
    const workspace = await tx
      .insertInto('workspaces')
      .values({ name })
      .returning('workspace_id')
      .executeTakeFirstOrThrow()
    const account = await tx
      .insertInto('accounts')
      .values({ email: `owner-${randomBytes(4).toString('hex')}@example.com`, name: 'Jonas Weber' })
      .returning('account_id')
      .executeTakeFirstOrThrow()
    const workspaceId = workspace.workspace_id
    const accountId = account.account_id
    await tx.insertInto('members').values({ workspace_id: workspaceId, account_id: accountId, role: 'owner' }).execute()
    return { workspaceId, accountId, scope: { workspaceId, actor: `account:${accountId}` } }
  })
}
