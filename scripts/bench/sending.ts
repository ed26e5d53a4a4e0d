import { pino } from 'pino'
import { sending } from '../../src/loop/messages/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { mailServer } from '../../test/harness/mail-server.ts'
import { mailingSettings, NOON, plannedSend } from '../../test/harness/planned-send.ts'
import { migratedDatabase } from '../gen/scratch-database.ts'

type Figure = { name: string; value: number; unit: string; goal: string }

const PEOPLE = 100_000
const SECONDS = 15

/** 100,000 invitations planned, then mails per second through a local SMTP server with the gate on. */
export async function run(): Promise<Figure[]> {
  const scratch = await migratedDatabase()
  const database = new Database(scratch.url)
  const server = await mailServer()
  try {
    const settings = mailingSettings(server.url)
    const tools: Tools = { database, settings, log: pino({ level: 'silent' }), clock: () => NOON }
    const { seconds: planned } = await plannedSend(tools, PEOPLE)
    const began = performance.now()
    const work = sending(tools)
    while (performance.now() - began < SECONDS * 1000) await work.once()
    const rate = server.accepted.length / ((performance.now() - began) / 1000)
    return [
      { name: `${PEOPLE.toLocaleString('en')} invitations planned`, value: planned, unit: 's', goal: '≤ 20' },
      { name: 'mails through a local SMTP server, gate on', value: rate, unit: 'per s', goal: '≥ 150' },
    ]
  } finally {
    await server.stop()
    await database.close()
    await scratch.stop()
  }
}
