import { freshWorkspace } from '../../../test/harness/database.ts'
import type { Database } from '../../platform/database/index.ts'
import { queuedWave } from './sending.fixture.ts'

/** One person in a company of their own, with a queued message. */
export async function queuedAlone(database: Database, email: string, purpose: 'survey' | 'review' | 'news' = 'survey') {
  const { scope } = await freshWorkspace(database)
  const { invited } = await queuedWave(database, scope, [{ email }])
  const [one] = invited
  if (!one) throw new Error('nobody was asked')
  if (purpose !== 'survey')
    await database.inWorkspace(scope, tx => tx.updateTable('messages').set({ purpose }).execute())
  return { scope, personId: one.personId, addressKey: one.addressKey }
}
