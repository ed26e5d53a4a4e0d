export { countMails, type FetchedMail, type MailboxAccess, MailboxProblem, readNewMails } from './read-mailbox.ts'
