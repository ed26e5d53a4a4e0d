import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { beyondWorkspace, type Reader } from './index.ts'

const { database } = await freshDatabase()
const north = await freshWorkspace(database, 'North')
const south = await freshWorkspace(database, 'South')

test('a workspace never sees the rows of another, even without a filter', async () => {
  await database.inWorkspace(north.scope, tx => tx.insertInto('people').values({ name: 'Aino' }).execute())
  const seen = await database.readWorkspace(south.scope, reader => reader.selectFrom('people').selectAll().execute())
  expect(seen).toEqual([])
})

test('a row cannot be written into another workspace', async () => {
  const writing = database.inWorkspace(north.scope, tx =>
    tx.insertInto('people').values({ workspace_id: south.workspaceId, name: 'Eve' }).execute(),
  )
  await expect(writing).rejects.toThrow(/row-level security/)
})

test('requests cannot change what happened', async () => {
  const rewriting = database.inWorkspace(north.scope, tx => tx.updateTable('events').set({ name: 'x' }).execute())
  await expect(rewriting).rejects.toThrow(/permission denied/)
})

test('looking cannot change anything', async () => {
  const writing = database.readWorkspace(north.scope, reader =>
    (
      reader as unknown as typeof database extends never
        ? never
        : { insertInto: (t: 'people') => { values: (v: object) => { execute: () => Promise<unknown> } } }
    )
      .insertInto('people')
      .values({ name: 'X' })
      .execute(),
  )
  await expect(writing).rejects.toThrow(/read-only/)
})

test('a look beyond the workspace takes no second connection, and the wall stands again after it', async () => {
  const names = (reader: Reader) => reader.selectFrom('workspaces').select('name').orderBy('name').execute()
  await database.inWorkspace(north.scope, async tx => {
    const seen = await beyondWorkspace(tx, async reader => ({ names: await names(reader), pid: await pidOf(reader) }))
    expect(seen).toEqual({ names: [{ name: 'North' }, { name: 'South' }], pid: await pidOf(tx) })
    expect(await names(tx)).toEqual([{ name: 'North' }])
  })
})

test('what is reserved goes on while everything else is held, and wakes the same lists', async () => {
  let woken = 0
  const stop = database.onCommit(() => {
    woken += 1
  })
  const held = await Promise.all(Array.from({ length: database.pool.options.max ?? 0 }, () => database.pool.connect()))
  try {
    await database.reserved.inWorkspace(south.scope, tx => tx.insertInto('people').values({ name: 'Onni' }).execute())
    expect(woken).toBe(1)
  } finally {
    for (const client of held) client.release()
    stop()
  }
})

test('a look that takes too long is ended, a change is not', async () => {
  const limit = async (reader: Reader) =>
    (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(reader)).rows[0]?.statement_timeout
  expect(await database.readWorkspace(north.scope, limit)).toBe('30s')
  expect(await database.inWorkspace(north.scope, limit)).toBe('0')
})

async function pidOf(reader: Reader) {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(reader)
  return rows[0]?.pid
}
