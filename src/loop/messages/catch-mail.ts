import type { Database } from '../../platform/database/index.ts'
import type { CaughtMail } from '../../platform/mail/index.ts'
import { insertCaught, trimCaught } from './queries/caught.ts'
import { readMail } from './read-mail.ts'

const TRIM_EVERY = 500
let caught = 0

/** What the catcher does with a mail: keeps it for the page /mail if it is one of our messages. */
export async function catchMail(database: Database, mail: CaughtMail): Promise<boolean> {
  const { headers } = readMail(mail.raw)
  const messageId = headers.find(([name]) => name.toLowerCase() === 'message-id')?.[1].match(/<([0-9a-f-]{36})@/)?.[1]
  if (!messageId) return false
  const subject = headers.find(([name]) => name.toLowerCase() === 'subject')?.[1] ?? ''
  caught += 1
  if (caught % TRIM_EVERY === 0) await trimCaught(database)
  return insertCaught(database, { ...mail, messageId, subject: subject.slice(0, 300) })
}
