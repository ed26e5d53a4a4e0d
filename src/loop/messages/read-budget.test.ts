import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import { queuedAlone } from './queued-alone.fixture.ts'
import { readBudget } from './read-budget.ts'
import { queuedWave, SECRET, toolsFor } from './sending.fixture.ts'
import { sending } from './sending.ts'

const { database } = await freshDatabase()
const server = await mailServer()
afterAll(server.stop)
const tools = toolsFor(database, server.url)

describe('the budget of a person', () => {
  test('counts by person and by every address, and says when there is room again', async () => {
    const { scope, personId } = await queuedAlone(database, 'budget@example.com')
    const look = () => database.readWorkspace(scope, reader => readBudget(reader, personId, tools))
    expect(await look()).toMatchObject({ used: 0, freeFrom: null, planned: [{ purpose: 'survey' }] })
    await sending(tools).once()
    expect(await look()).toMatchObject({ used: 1, freeFrom: '2026-04-02T11:00:00.000Z', planned: [] })
  })

  test('is not renewed by deleting the person and adding them again', async () => {
    const { scope, personId } = await queuedAlone(database, 'wieder@example.com')
    await sending(tools).once()
    await database.inWorkspace(scope, tx => tx.deleteFrom('people').where('person_id', '=', personId).execute())
    await database.inWorkspace(scope, tx =>
      tx
        .updateTable('messages')
        .set({ channel: 'sms', address_key: addressKey(SECRET, 'sms', '+491701') })
        .execute(),
    )
    await queuedWave(database, scope, [{ email: 'wieder@example.com' }])
    await database.inWorkspace(scope, tx => tx.updateTable('people').set({ phone: '+49 170 1' }).execute())
    await sending(tools).once()
    const rows = await database.readWorkspace(scope, reader =>
      reader.selectFrom('messages').select(['state', 'reason']).orderBy('created_at').execute(),
    )
    expect(rows).toMatchObject([{ state: 'accepted' }, { state: 'blocked', reason: 'asked_recently' }])
  })

  test('keeps a place for what is more important', async () => {
    const { scope } = await queuedAlone(database, 'vorrang@example.com', 'review')
    await queuedWave(database, scope, [{ email: 'vorrang@example.com' }])
    await database.inWorkspace(scope, tx =>
      tx
        .updateTable('messages')
        .set({ not_before: new Date('2026-03-04T11:00:00Z') })
        .where('purpose', '=', 'survey')
        .execute(),
    )
    await sending(tools).once()
    const rows = await database.readWorkspace(scope, reader =>
      reader
        .selectFrom('messages')
        .select(['purpose', 'state', 'reason', 'not_before'])
        .where('purpose', '=', 'review')
        .execute(),
    )
    expect(rows).toEqual([
      { purpose: 'review', state: 'queued', reason: 'reserved_for', not_before: new Date('2026-03-04T11:15:00Z') },
    ])
  })
})
