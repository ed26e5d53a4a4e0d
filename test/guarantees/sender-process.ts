// A real sender, to be killed: works off the queue of DATABASE_URL through SMTP_URL, one conversation at a time.
import { pino } from 'pino'
import { sending } from '../../src/loop/messages/index.ts'
import { Database } from '../../src/platform/database/index.ts'
import { startWorkLoop } from '../../src/platform/work-loop.ts'

const { DATABASE_URL: url, SMTP_URL: smtpUrl, SENDER_SECRET: secret, SENDER_NOON: noon } = process.env
if (!url || !smtpUrl || !secret || !noon)
  throw new Error('DATABASE_URL, SMTP_URL, SENDER_SECRET and SENDER_NOON are needed')

const database = new Database(url, { connections: 4, name: 'sender under test' })
const log = pino({ level: 'silent' })
const settings = { secret, smtpUrl, publicUrl: 'https://echolot.example', demo: false } as never
const pace = { lanes: 1, batch: 8, leaseSeconds: 2, gateLeaseSeconds: 2, sweepMs: 500 }
startWorkLoop(sending({ database, log, settings, clock: () => new Date(noon) }, pace), log)
console.log('ready')
