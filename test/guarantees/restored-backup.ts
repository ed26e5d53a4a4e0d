import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { sending, sideLog } from '../../src/loop/messages/index.ts'
import { queuedWave, SECRET, toolsFor } from '../../src/loop/messages/sending.fixture.ts'
import { erasePerson, objectToMessages } from '../../src/loop/people/index.ts'
import { restoreBackup, writeBackup } from '../../src/platform/backup/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { openSideLog } from '../../src/platform/side-log/index.ts'
import { withClient } from '../../src/platform/storage.ts'
import { mailServer } from '../harness/mail-server.ts'

export const guarantee = 'G9'
export const promise =
  'After the restore of an old backup nothing leaves until an admin confirms; every objection and erasure since then holds, and nobody hears twice.'
export const small = { people: 60 }
export const long = { people: 2000 }

type Invited = Awaited<ReturnType<typeof queuedWave>>['invited']

/** Since the backup a third objected, a tenth was erased, and of the others half got their mail. */
async function aDayLater(
  database: Database,
  url: string,
  scope: { workspaceId: string; actor: string },
  invited: Invited,
) {
  const objected = invited.filter((_, i) => i % 3 === 0)
  const erased = invited.filter((_, i) => i % 10 === 1)
  const late = invited.filter((_, i) => i % 2 === 0).map(one => one.invitationId)
  await database.inWorkspace(scope, async tx => {
    for (const { addressKey, personId } of objected)
      await objectToMessages(tx, { channel: 'email', addressKey, personId })
    for (const { personId } of erased) await erasePerson(tx, { personId, answers: 'nothing' }, SECRET)
    const others = tx.updateTable('messages').set({ not_before: new Date('2030-01-01') })
    await others.where('invitation_id', 'in', late).execute()
  })
  const work = sending(toolsFor(database, url))
  while (await work.once());
  return { objected, erased }
}

async function stillWrong(database: Database, { objected, erased }: { objected: Invited; erased: Invited }) {
  const { rows } = await database.pool.query<{ n: number }>(
    `select (select count(*)::int from unnest($1::bytea[]) k where not exists (select from addresses a where a.address_key = k and a.suppressed_at is not null))
      + (select count(*)::int from people where person_id = any($2::uuid[])) as n`,
    [[...objected, ...erased].map(one => one.addressKey), erased.map(one => one.personId)],
  )
  return rows[0]?.n ?? 0
}

/** Case C8 on a database, its backup and the log beside it. */
export async function run({ people }: { people: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'restored-'))
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url)
  const server = await mailServer()
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into workspaces (name, sender_address, imprint) values ('Nordwind', 'ask@nordwind.example', 'x') returning workspace_id as id`,
  )
  const scope = { workspaceId: rows[0]?.id ?? '', actor: 'test' }
  const everybody = Array.from({ length: people }, (_, i) => ({ email: `c8-${i}@example.com` }))
  const { invited } = await queuedWave(database, scope, everybody)
  const backup = join(folder, 'day-before.backup')
  const about = { secret: SECRET, secretIsKept: true, madeAt: new Date() }
  await withClient(scratch.url, client => writeBackup(client, backup, about))
  const since = await aDayLater(database, server.url, scope, invited)
  const openLog = () => openSideLog({ databaseUrl: null, dataFolder: folder, secret: SECRET }, database.pool)
  const log = await openLog()
  await sideLog.empty({ database }, log)
  await log.close()
  await withClient(scratch.url, client => restoreBackup(client, backup))
  const tools = toolsFor(database, server.url)
  const again = await openLog()
  const before = server.accepted.length
  const done = await sideLog.mind(tools, again)
  const work = sending(tools)
  while (await work.once());
  const leaked = server.accepted.length - before
  await database.pool.query('update instance set sending_held_at = null')
  while (await work.once());
  const heard = server.accepted.map(mail => mail.to)
  const twice = heard.length - new Set(heard).size
  const wrong = await stillWrong(database, since)
  const silenced = new Set([...since.objected, ...since.erased].map(one => one.address))
  const late = server.accepted.slice(before).filter(mail => silenced.has(mail.to)).length
  await again.close()
  await server.stop()
  await database.close()
  await scratch.stop()
  rmSync(folder, { recursive: true, force: true })
  return {
    name: 'restore of an old backup',
    runs: people,
    failures: leaked + twice + wrong + late,
    seed: 0,
    detail: `${done.objections} objections, ${done.erasures} erasures and ${done.sends} sends applied again; ${leaked} mails before the confirmation, ${twice} twice, ${late} to those who had objected`,
  }
}
