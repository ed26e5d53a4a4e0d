export { type CaughtMail, startCatcher } from './catcher.ts'
export { composeMail, envelopeAddress, type Mail } from './compose-mail.ts'
export { SmtpPool } from './smtp-pool.ts'
export { SmtpProblem, type SmtpVerdict } from './smtp-problem.ts'
