/** Station messages: everything that leaves for a person, and the gate it has to pass. */

export { readSending } from './change-sending.ts'
export { inboxPages } from './inbox-pages.ts'
export { respondToken, stopToken } from './message-links.ts'
export { preferencePages } from './preference-pages.ts'
export { holdWaveMessages, insertInvitationMessages, returnWaveMessages } from './queries/queue.ts'
export { queueMessage } from './queue-message.ts'
export { quietAt, quietUntil } from './quiet-hours.ts'
export { routes } from './routes.ts'
export { sending, texting } from './sending.ts'
export { sideLog } from './side-log.ts'
export { texts } from './texts.ts'
export { unsubscribePages } from './unsubscribe-pages.ts'
