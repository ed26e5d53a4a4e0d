// A real sender, to be killed: works off the queue of DATABASE_URL through SMTP_URL, in SENDER_LANES conversations at a time.
import { pino } from 'pino'
import { sending } from '../../src/loop/messages/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { startWorkLoop } from '../../src/platform/work-loop.ts'

const { DATABASE_URL: url, SMTP_URL: smtpUrl, SENDER_SECRET: secret, SENDER_NOON: noon, SENDER_LANES } = process.env
if (!url || !smtpUrl || !secret || !noon)
  throw new Error('DATABASE_URL, SMTP_URL, SENDER_SECRET and SENDER_NOON are needed')

const database = new Database(url, { connections: 4, name: 'sender under test' })
const log = pino({ level: 'silent' })
const settings = { secret, smtpUrl, publicUrl: 'https://echolot.example', demo: false } as never
const lanes = Number(SENDER_LANES ?? 1)
const pace = { lanes, batch: 8 * lanes, leaseSeconds: 1 + lanes, gateLeaseSeconds: 1 + lanes, sweepMs: 500 }
startWorkLoop(sending({ database, log, settings, clock: () => new Date(noon) }, pace), log)
console.log('ready')
