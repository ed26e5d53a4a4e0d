// C11: senders that are stopped for longer than their lease and wake up again, while others go on with their messages.

import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { migratedDatabase } from '../../scripts/gen/scratch-database.ts'
import { queuedWave } from '../../src/loop/messages/sending.fixture.ts'
import { Database } from '../../src/platform/database/index.ts'
import { mailServer } from '../harness/mail-server.ts'
import { counts, failuresOf, judge, type Sender, settled, startSender } from './sender-kills.ts'

export const guarantee = 'C11'
export const promise =
  'A sender that slept past its lease sends nothing when it wakes up: others have its messages, and no mail is accepted twice.'
export const small = { senders: 3, rounds: 2, mails: 150, lastSleepMs: 0 }
export const long = { senders: 8, rounds: 15, mails: 6000, lastSleepMs: 600_000 }

/** Of a sender with one lane; those who sleep wake up well after it. */
const LEASE_MS = 2000
const LONGEST_THOUGHT_MS = 60

/** `lastSleepMs`: how long those who sleep last do so; what counts is only that it is longer than the lease. */
type Sizes = { senders: number; rounds: number; mails: number; lastSleepMs: number }

export async function run({ senders: count, rounds, mails, lastSleepMs }: Sizes) {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url, { connections: 4 })
  const server = await mailServer({ wait: () => setTimeout(randomInt(0, LONGEST_THOUGHT_MS)) })
  const senders: Sender[] = []
  try {
    await queueMails(database, mails)
    for (let i = 0; i < count; i++) senders.push(await startSender(scratch.url, server.url))
    await Promise.all(senders.map(sender => sender.ready))
    let stops = 0
    let held = 0
    for (let round = 0; round < rounds; round++) {
      // Two sleep at a time, the others find what they left.
      const sleepers = [senders[round % count], senders[(round + 1) % count]]
      await setTimeout(randomInt(50, 400))
      for (const sleeper of sleepers) sleeper?.process.kill('SIGSTOP')
      held += await inHand(database)
      const isLast = round === rounds - 1
      await setTimeout(Math.max(LEASE_MS + randomInt(800, 2000), isLast ? lastSleepMs : 0))
      for (const sleeper of sleepers) sleeper?.process.kill('SIGCONT')
      stops += sleepers.length
    }
    while (!settled(await counts(database))) await setTimeout(200)
    // Who woke up last may still have a mail in its hands.
    await setTimeout(500)
    const report = { kills: stops, ...(await judge(database, server.accepted)) }
    const failures = failuresOf(report, stops)
    const detail = `${stops} sleeps of ${count} senders over ${mails} mails, ${held} mails in their hands: ${report.twice} twice, ${report.unknown} unknown, ${report.never} lost`
    return { name: 'senders that slept past their lease', runs: stops, failures: failures.length, seed: 0, detail }
  } finally {
    for (const sender of senders) sender.process.kill('SIGKILL')
    await server.stop()
    await database.close()
    await scratch.stop()
  }
}

async function queueMails(database: Database, mails: number): Promise<void> {
  const { workspace_id: workspaceId } = await database.inInstance(tx =>
    tx.insertInto('workspaces').values({ name: 'Nordwind' }).returning('workspace_id').executeTakeFirstOrThrow(),
  )
  const people = Array.from({ length: mails }, (_, i) => ({ email: `sleep${i}@example.com` }))
  await queuedWave(database, { workspaceId, actor: 'test' }, people)
}

/** Messages that somebody has claimed right now. */
async function inHand(database: Database): Promise<number> {
  const { claimed = 0, gate = 0 } = await counts(database)
  return claimed + gate
}
