import { checkingSenders } from './check-senders.ts'
import { mailHookPages } from './hooks/hook-pages.ts'
import { readSender } from './read-sender.ts'
import { recordBounceMail } from './record-bounce-mail.ts'

/** What becomes of a mail after it left: who reports it, which records prove the sender. */
export const delivery = { pages: mailHookPages, work: checkingSenders, readSender, recordBounceMail }
