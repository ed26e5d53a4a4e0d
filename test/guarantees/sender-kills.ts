import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { NOON, queuedWave, SECRET } from '../../src/loop/messages/sending.fixture.ts'
import { Database } from '../../src/platform/database/index.ts'
import { bundled } from '../harness/bundled.ts'
import { mailServer } from '../harness/mail-server.ts'

/** What the kills did: mails accepted twice must be 0, unknown ones at most as many as kills, all others exactly once. */
export type KillReport = {
  kills: number
  mails: number
  twice: number
  unknown: number
  never: number
  seconds: number
}

const WORKERS = 4
const LONGEST_THOUGHT_MS = 40
const script = new URL('./sender-process.ts', import.meta.url).pathname

export type Sender = { process: ChildProcess; ready: Promise<void> }

/** Starts a sender of `lanes` conversations, as a process of its own. */
export async function startSender(
  url: string,
  smtpUrl: string,
  { secret = SECRET, noon = NOON, lanes = 1 } = {},
): Promise<Sender> {
  const env = {
    ...process.env,
    SENDER_LANES: String(lanes),
    DATABASE_URL: url,
    SMTP_URL: smtpUrl,
    SENDER_SECRET: secret,
    SENDER_NOON: noon.toISOString(),
  }
  const sender = spawn(process.execPath, [await bundled(script)], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  return { process: sender, ready: new Promise(resolve => sender.stdout?.once('data', () => resolve())) }
}

/** How many messages stand in which state. */
export async function counts(database: Database): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ state: string; n: number }>(
    'select state, count(*) as n from messages group by state',
  )
  return Object.fromEntries(rows.map(row => [row.state, row.n]))
}

/** Whether nothing waits or is on its way. */
export const settled = (states: Record<string, number>) =>
  ['queued', 'claimed', 'gate', 'deferred'].every(state => (states[state] ?? 0) === 0)

/** Kills four senders in turn again and again (SIGKILL, at a random moment) while they work off a wave, then lets them finish. */
export async function killSenders(
  { database, url, scope }: { database: Database; url: string; scope: { workspaceId: string; actor: string } },
  { kills, mails }: { kills: number; mails: number },
): Promise<KillReport> {
  const began = performance.now()
  await queuedWave(
    database,
    scope,
    Array.from({ length: mails }, (_, i) => ({ email: `kill${i}@example.com` })),
  )
  // Each sender has a server of its own, which thinks a moment about each mail: every second kill falls between the dot and its reply.
  const servers = await Promise.all(Array.from({ length: WORKERS }, thoughtfulServer))
  const urls = servers.map(server => server.url)
  const senders = await Promise.all(urls.map(smtpUrl => startSender(url, smtpUrl)))
  const isOver = async () => settled(await counts(database))
  let done = 0
  for (; done < kills && !(await isOver()); done++) {
    // The one that has worked longest: a process that has not begun yet would be an easy kill.
    const victim = done % WORKERS
    await senders[victim]?.ready
    if (Math.floor(done / WORKERS) % 2 === 0) await servers[victim]?.hasMail(isOver)
    else await setTimeout(randomInt(0, 150))
    senders[victim]?.process.kill('SIGKILL')
    senders[victim] = await startSender(url, urls[victim] ?? '')
  }
  while (!(await isOver())) await setTimeout(250)
  for (const sender of senders) sender.process.kill('SIGKILL')
  const accepted = servers.flatMap(server => server.accepted)
  for (const server of servers) await server.stop()
  return {
    kills: done,
    mails,
    ...(await judge(database, accepted)),
    seconds: Math.round((performance.now() - began) / 1000),
  }
}

/** A mail server that thinks about each mail; `hasMail` waits until it has one in its hands, or there are no more. */
async function thoughtfulServer() {
  let thinking = 0
  const server = await mailServer({
    wait: async () => {
      thinking += 1
      await setTimeout(randomInt(0, LONGEST_THOUGHT_MS))
      thinking -= 1
    },
  })
  const hasMail = async (isOver: () => Promise<boolean>) => {
    for (let look = 1; thinking === 0; look++) {
      await setTimeout(2)
      if (look % 100 === 0 && (await isOver())) return
    }
  }
  return { ...server, hasMail }
}

/** Holds what the server accepted against what the database says. */
export async function judge(database: Database, accepted: { messageId: string }[]) {
  const times = new Map<string, number>()
  for (const { messageId } of accepted) times.set(messageId, (times.get(messageId) ?? 0) + 1)
  const { rows } = await database.pool.query<{ message_id: string; state: string }>(
    'select message_id, state from messages',
  )
  const timesOf = (id: string) => times.get(`${id}@echolot.example`) ?? 0
  const states = await counts(database)
  return {
    twice: [...times.values()].filter(n => n > 1).length,
    unknown: states.unknown ?? 0,
    // Everything that is not unknown must have arrived, and be recorded as such.
    never: rows.filter(row => row.state !== 'unknown' && (row.state !== 'accepted' || timesOf(row.message_id) !== 1))
      .length,
  }
}

/** Failures of a report, as sentences. */
export function failuresOf(
  report: Pick<KillReport, 'twice' | 'unknown' | 'never' | 'kills'>,
  wanted: number,
): string[] {
  return [
    report.kills < wanted && `all mails had left after ${report.kills} of ${wanted} kills`,
    report.twice > 0 && `${report.twice} mails were accepted twice`,
    report.unknown > report.kills && `${report.unknown} mails are unknown after ${report.kills} kills`,
    report.never > 0 && `${report.never} mails neither arrived once nor are unknown`,
  ].filter(sentence => sentence !== false)
}

export const guarantee = 'G4'
export const promise =
  'No mail is accepted twice, however often senders are killed; what is unknown is counted and never sent again by itself.'
export const small = { kills: 50, mails: 1200 }
export const long = { kills: 500, mails: 10_000 }

/** The long form, on a database of its own. */
export async function run(sizes: { kills: number; mails: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 4 })
  const workspaceId = await database.inInstance(async tx => {
    const row = await tx
      .insertInto('workspaces')
      .values({ name: 'Nordwind' })
      .returning('workspace_id')
      .executeTakeFirstOrThrow()
    return row.workspace_id
  })
  const report = await killSenders({ database, url: scratch.url, scope: { workspaceId, actor: 'test' } }, sizes)
  const failures = failuresOf(report, sizes.kills)
  if (report.unknown === 0) failures.push('no kill fell between a dot and its reply: nothing was tried')
  await database.close()
  await scratch.stop()
  const detail = `${report.kills} kills over ${report.mails} mails: ${report.twice} twice, ${report.unknown} unknown, ${report.never} lost`
  return { name: 'sender kills', runs: report.kills, failures: failures.length, seed: 0, detail }
}
