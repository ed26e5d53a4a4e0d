export { countMails, type MailboxAccess, MailboxProblem, readNewMails } from './read-mailbox.ts'
