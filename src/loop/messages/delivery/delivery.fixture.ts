import type { Database } from '../../../platform/database/index.ts'
import { NOON, toolsFor } from '../sending.fixture.ts'

/** A workspace whose sender may send what it likes, so that a story is about something else. */
export const trustSender = (database: Database, scope: { workspaceId: string }, address = 'ask@nordwind.example') =>
  database.inWorkspace({ ...scope, actor: 'test' }, async tx => {
    await tx.updateTable('workspaces').set({ sender_address: address, imprint: 'Nordwind GmbH' }).execute()
    await tx
      .insertInto('sender_domains')
      .values({ domain: address.split('@')[1] ?? '', override_at: NOON, override_note: 'a story' })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })

/** State, reason and outcome of every message, by address. */
export async function outcomes(database: Database, scope: { workspaceId: string }): Promise<Record<string, string>> {
  const rows = await database.readWorkspace(scope, reader =>
    reader.selectFrom('messages').select(['address', 'state', 'reason', 'outcome']).execute(),
  )
  return Object.fromEntries(
    rows.map(row => [row.address, [row.state, row.reason, row.outcome].filter(Boolean).join(' ')]),
  )
}

/** Why addresses are suppressed, by their HMAC in hex. */
export async function suppressed(database: Database, scope: { workspaceId: string }): Promise<Record<string, string>> {
  const rows = await database.readWorkspace(scope, reader =>
    reader
      .selectFrom('addresses')
      .select(['address_key', 'suppression_reason'])
      .where('suppressed_at', 'is not', null)
      .execute(),
  )
  return Object.fromEntries(rows.map(row => [row.address_key.toString('hex'), row.suppression_reason ?? '']))
}

export { NOON, toolsFor }
