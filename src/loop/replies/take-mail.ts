import type { Tx } from '../../platform/database/index.ts'
import { insertReply, isKnown, messageAnswered } from './queries.ts'
import { type MailReply, provesSender } from './read-mail-reply.ts'
import { takeReply } from './take-reply.ts'

/** Takes one mail of the mailbox, once; of what answers none of our messages only the id is kept. */
export async function takeMail(tx: Tx, mail: MailReply, now: Date) {
  if (await isKnown(tx, 'email', mail.sourceKey)) return 'known'
  const message = await messageAnswered(tx, 'email', mail.answers)
  // A clock of the writer that runs ahead puts nothing into the future.
  const receivedAt = mail.writtenAt && mail.writtenAt < now ? mail.writtenAt : now
  if (!message) {
    await insertReply(tx, { channel: 'email', sourceKey: mail.sourceKey, kind: 'unmatched', receivedAt })
    return 'unmatched'
  }
  const fromAsked = mail.from === message.address.toLowerCase()
  return takeReply(tx, {
    channel: 'email',
    sourceKey: mail.sourceKey,
    message,
    words: mail.words,
    proven: fromAsked && provesSender(mail),
    automatic: mail.automatic,
    receivedAt,
  })
}
