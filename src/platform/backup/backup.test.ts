import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { withClient } from '../storage.ts'
import { isEmpty, readHeader, restoreBackup, writeBackup } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'all.backup')
const of = { secret: 'kT9vXq2LmR7wZp4NbYc8JhD3sF6gUaE1', secretIsKept: true, madeAt: new Date('2026-11-21T12:00:00Z') }

type Source = Awaited<ReturnType<typeof freshDatabase>> & Awaited<ReturnType<typeof freshWorkspace>>
let source: Source

const contents = (url: string) =>
  withClient(url, async client => {
    const people = await client.query('select person_id, name, attributes from people order by name')
    const events = await client.query('select event_id, name from events order by event_id')
    return { people: people.rows, events: events.rows }
  })

beforeAll(async () => {
  const fresh = await freshDatabase()
  source = { ...fresh, ...(await freshWorkspace(fresh.database)) }
  await source.database.inWorkspace(source.scope, async tx => {
    for (const name of ['Tab\tund\nZeile', 'Backslash \\. Ende', 'Ääkkönen 🙂', String.raw`\N`]) {
      await tx
        .insertInto('people')
        .values({ name, attributes: JSON.stringify({ note: `"${name}"` }) })
        .execute()
    }
    await tx.insertInto('events').values({ name: 'test.happened', payload: '{}' }).execute()
  })
  await withClient(source.url, client => writeBackup(client, path, of))
})

const refusal = async (bytes: Buffer) => {
  const broken = join(folder, 'broken.backup')
  writeFileSync(broken, bytes)
  const { url } = await freshDatabase()
  const message = await withClient(url, client => restoreBackup(client, broken)).catch((error: Error) => error.message)
  expect((await contents(url)).people).toEqual([])
  return message
}

describe('a backup', () => {
  it('is closed to others and says when it was made', async () => {
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await readHeader(path)).toMatchObject({ madeAt: '2026-11-21T12:00:00.000Z', secret: of.secret })
  })

  it('leaves out sign-ins and a secret that is not kept in the data folder', async () => {
    const other = join(folder, 'other.backup')
    await withClient(source.url, client => writeBackup(client, other, { ...of, secretIsKept: false }))
    const text = gunzipSync(readFileSync(other)).toString()
    expect(text).not.toContain(of.secret)
    expect(text).not.toContain('"sessions"')
  })

  it('comes back into an empty database row by row, with its walls, and holds what would be sent', async () => {
    const target = await freshDatabase()
    await withClient(target.url, async client => {
      expect(await isEmpty(client)).toBe(true)
      await restoreBackup(client, path)
      expect(await isEmpty(client)).toBe(false)
      const { rows } = await client.query('select sending_held_at, sending_held_reason, epoch from instance')
      expect(rows[0]).toMatchObject({ sending_held_at: expect.any(Date), epoch: 2 })
    })
    expect(await contents(target.url)).toEqual(await contents(source.url))
    const seen = await target.database.inWorkspace(source.scope, async tx => {
      await tx.insertInto('events').values({ name: 'test.again', payload: '{}' }).execute()
      return tx.selectFrom('people').select('name').execute()
    })
    expect(seen).toHaveLength(4)
    const elsewhere = { workspaceId: crypto.randomUUID() }
    expect(await target.database.inWorkspace(elsewhere, tx => tx.selectFrom('people').selectAll().execute())).toEqual(
      [],
    )
  })

  it('is refused when it ends too early, was changed, or is something else, and the database stays as it was', async () => {
    const whole = readFileSync(path)
    expect(await refusal(whole.subarray(0, whole.length - 200))).toMatch(/cannot be read to its end/)
    const text = gunzipSync(whole).toString()
    expect(await refusal(gzipSync(text.slice(0, text.lastIndexOf('{"end"'))))).toMatch(/ends too early/)
    expect(await refusal(gzipSync(text.replace('Backslash', 'Forwardslash')))).toMatch(/checksum does not fit/)
    expect(await refusal(gzipSync('hello'))).toMatch(/is not a backup of Echolot/)
    expect(await refusal(Buffer.from('hello'))).toMatch(/is not a backup of Echolot/)
  })

  it('of a newer Echolot is refused', async () => {
    const text = gunzipSync(readFileSync(path)).toString()
    const newer = text.replace('"migrations":[', '"migrations":["9999-from-the-future.sql",')
    expect(await refusal(gzipSync(newer))).toMatch(/made by a newer Echolot/)
  })
})
