import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { mailServer } from '../../../test/harness/mail-server.ts'
import { restoreBackup, writeBackup } from '../../platform/backup/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { openSideLog, SIDE_LOG_FILE, type SideLog } from '../../platform/side-log/index.ts'
import { withClient } from '../../platform/storage.ts'
import { erasePerson, objectToMessages } from '../people/index.ts'
import { fates, NOON, queuedWave, SECRET, toolsFor } from './sending.fixture.ts'
import { sending } from './sending.ts'
import { sideLog } from './side-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'side-log-'))
const server = await mailServer()
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

const people = ['bleibt', 'widerspricht', 'geht', 'gefragt'].map(name => ({ email: `${name}@example.com` }))
const held = async (database: Database) =>
  (await database.pool.query<{ why: string | null }>('select sending_held_reason as why from instance')).rows[0]?.why ??
  null

/** The day before yesterday is in a backup; since then somebody objected, one was erased, and one got a mail. */
async function story(open: (database: Database) => Promise<SideLog>) {
  const { database, url } = await freshDatabase()
  const { scope } = await freshWorkspace(database)
  const { invited } = await queuedWave(database, scope, people)
  const backup = join(folder, `${crypto.randomUUID()}.backup`)
  await withClient(url, client => writeBackup(client, backup, { secret: SECRET, secretIsKept: true, madeAt: NOON }))
  const [, objecting, going, asked] = invited
  if (!objecting || !going || !asked) throw new Error('four were asked')
  await database.inWorkspace(scope, async tx => {
    await objectToMessages(tx, { channel: 'email', addressKey: objecting.addressKey, personId: objecting.personId })
    await erasePerson(tx, { personId: going.personId, answers: 'nothing' }, SECRET)
    const others = tx.updateTable('messages').set({ not_before: new Date('2030-01-01') })
    await others.where('address', '<>', asked.address).execute()
  })
  await sending(toolsFor(database, server.url)).once()
  const log = await open(database)
  await sideLog.empty({ database }, log)
  return { database, scope, backup, log, invited }
}

const restored = async (backup: string) => {
  const target = await freshDatabase()
  await withClient(target.url, client => restoreBackup(client, backup))
  await target.database.pool.query('update instance set sending_held_at = null, sending_held_reason = null')
  return target.database
}

describe('after the restore of an old backup (G9, C8)', () => {
  test('the log knows what happened since: it is applied again, and nothing leaves until an admin confirms', async () => {
    const dataFolder = mkdtempSync(join(folder, 'data-'))
    const open = (database: Database) => openSideLog({ databaseUrl: null, dataFolder, secret: SECRET }, database.pool)
    const { backup, scope, log } = await story(open)
    await log.close()
    const database = await restored(backup)
    const tools = toolsFor(database, server.url)
    const before = server.accepted.length
    const again = await open(database)
    expect(await sideLog.mind(tools, again)).toEqual({ objections: 1, erasures: 1, sends: 1, problem: null })
    expect(await held(database)).toMatch(/An older state of the database/)
    await sending(tools).once()
    expect(server.accepted).toHaveLength(before)
    await database.pool.query('update instance set sending_held_at = null, sending_held_reason = null')
    expect(await sideLog.mind(tools, again)).toEqual({ objections: 0, erasures: 0, sends: 0, problem: null })
    expect(await held(database)).toBeNull()
    await sending(tools).once()
    expect(await fates(database, scope)).toEqual({
      'bleibt@example.com': 'accepted',
      'widerspricht@example.com': 'blocked objection',
      '': 'blocked erasure',
      'gefragt@example.com': 'accepted restored',
    })
    expect(server.accepted.slice(before).map(mail => mail.to)).toEqual(['bleibt@example.com'])
    await again.close()
  })

  test('the same with a table in a schema of its own, which backups leave alone', async () => {
    const open = (database: Database) =>
      openSideLog({ databaseUrl: 'postgres://anywhere', dataFolder: folder, secret: SECRET }, database.pool)
    const { backup, database, log } = await story(open)
    const header = readFileSync(backup)
    expect(header.length).toBeGreaterThan(0)
    const older = await restored(backup)
    // The table stays where it is when its neighbour is replaced.
    const entries = []
    for await (const portion of log.after(0)) entries.push(...portion)
    await (await open(older)).append(entries)
    expect(await sideLog.mind(toolsFor(older, server.url), await open(older))).toMatchObject({
      objections: 1,
      erasures: 1,
      sends: 1,
    })
    expect(await held(older)).not.toBeNull()
    expect(await held(database)).toBeNull()
  })
})

describe('the log itself', () => {
  const openIn = (dataFolder: string, { pool }: Database) =>
    openSideLog({ databaseUrl: null, dataFolder, secret: SECRET }, pool)
  const entry = (name: string) => ({
    workspaceId: crypto.randomUUID(),
    kind: 'sent',
    at: NOON.toISOString(),
    facts: { name },
  })

  test('goes on after a cut-off line, and says when something was changed, taken out or lost', async () => {
    const { database } = await freshDatabase()
    const tools = toolsFor(database, server.url)
    const dataFolder = mkdtempSync(join(folder, 'data-'))
    const path = join(dataFolder, SIDE_LOG_FILE)
    const first = await openIn(dataFolder, database)
    expect(await first.append(['a', 'b', 'c'].map(entry))).toBe(3)
    await first.close()
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, `${whole}{"n":4,"work`)
    const second = await openIn(dataFolder, database)
    expect(second.problem).toBeNull()
    expect(await second.append([entry('d')])).toBe(4)
    await second.close()
    const lines = readFileSync(path, 'utf8').split('\n')
    const problemOf = async (text: string) => {
      writeFileSync(path, text)
      const log = await openIn(dataFolder, database)
      await log.close()
      return log.problem
    }
    expect(await problemOf(lines.join('\n'))).toBeNull()
    expect(await problemOf(lines.join('\n').replace('"name":"b"', '"name":"x"'))).toMatch(/chain breaks after entry 1/)
    expect(await problemOf(lines.filter((_, i) => i !== 1).join('\n'))).toMatch(/chain breaks after entry 1/)
    await database.pool.query('update instance set side_log_mark = 9')
    writeFileSync(path, lines.join('\n'))
    const short = await openIn(dataFolder, database)
    expect((await sideLog.mind(tools, short)).problem).toBe('it ends with entry 4, the database knows of 9')
    expect(await held(database)).toMatch(/side log is not as it was left/)
    await short.close()
  })

  test('an installation that begins is not held', async () => {
    const { database } = await freshDatabase()
    const log = await openIn(mkdtempSync(join(folder, 'data-')), database)
    await sideLog.mind(toolsFor(database, server.url), log)
    expect(await held(database)).toBeNull()
    await log.close()
  })
})
