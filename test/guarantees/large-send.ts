import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { resumeWave, stopWave } from '../../src/loop/invitations/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { mailServer } from '../harness/mail-server.ts'
import { mailingSettings, NOON, plannedSend } from '../harness/planned-send.ts'
import { counts, failuresOf, judge, settled, startSender } from './sender-kills.ts'

export const guarantee = 'G4'
export const promise =
  'A send to a whole customer base can be stopped, resumed and killed again and again: no mail is accepted twice, what is unknown is shown.'
export const small = { mails: 600, kills: 3, pauseMs: 400 }
export const long = { mails: 100_000, kills: 50, pauseMs: 8000 }

const SENDERS = 2
const LANES = 6
const sender = { secret: 'x'.repeat(32), noon: NOON, lanes: LANES }

/** A wave of `mails`, its senders killed `kills` times in turn, stopped and resumed once half way. */
export async function run({ mails, kills, pauseMs }: { mails: number; kills: number; pauseMs: number }) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 4 })
  const server = await mailServer({ forgetsTexts: true })
  try {
    const log = pino({ level: 'silent' })
    const tools = { database, settings: mailingSettings(server.url), log, clock: () => NOON }
    const { workspaceId, waveId } = await plannedSend(tools, mails)
    const began = performance.now()
    const { done, stops } = await sendWithKills(scratch.url, server.url, {
      kills,
      pauseMs,
      isOver: async () => settled(await counts(database)),
      halfWay: () => stopAndResume(database, workspaceId, waveId),
    })
    const seconds = Math.round((performance.now() - began) / 1000)
    const report = { kills: done, ...(await judge(database, server.accepted)) }
    const detail = `${mails} mails, ${done} kills, ${stops} stop and resumption, ${seconds} s: ${report.twice} twice, ${report.unknown} unknown, ${report.never} lost`
    return { name: 'a large send', runs: mails, failures: failuresOf(report, kills).length, seed: 0, detail }
  } finally {
    await server.stop()
    await database.close()
    await scratch.stop()
  }
}

type Course = { kills: number; pauseMs: number; isOver: () => Promise<boolean>; halfWay: () => Promise<void> }

async function sendWithKills(url: string, smtpUrl: string, { kills, pauseMs, isOver, halfWay }: Course) {
  const senders = await Promise.all(Array.from({ length: SENDERS }, () => startSender(url, smtpUrl, sender)))
  let done = 0
  let stops = 0
  while (done < kills && !(await isOver())) {
    const victim = randomInt(0, SENDERS)
    await senders[victim]?.ready
    await setTimeout(randomInt(0, 2 * pauseMs))
    senders[victim]?.process.kill('SIGKILL')
    senders[victim] = await startSender(url, smtpUrl, sender)
    done += 1
    if (done !== Math.ceil(kills / 2)) continue
    await halfWay()
    stops += 1
  }
  while (!(await isOver())) await setTimeout(500)
  for (const { process } of senders) process.kill('SIGKILL')
  return { done, stops }
}

/** While a send stands stopped, nothing new may leave; what was on its way settles. */
async function stopAndResume(database: Database, workspaceId: string, waveId: string): Promise<void> {
  const at = NOON
  await database.inWorkspace({ workspaceId }, tx => stopWave(tx, waveId, at))
  while (!settled(await counts(database))) await setTimeout(200)
  const before = (await counts(database)).accepted
  await setTimeout(2000)
  if ((await counts(database)).accepted !== before) throw new Error('mails left while the send was stopped')
  await database.inWorkspace({ workspaceId }, tx => resumeWave(tx, waveId, at))
}
