/** Station messages: everything that leaves for a person, and the gate it has to pass. */

export { readSending } from './change-sending.ts'
export { delivery } from './delivery/index.ts'
export { respondToken, stopToken } from './message-links.ts'
export { pages } from './pages.ts'
export { waveMessages } from './queries/queue.ts'
export { queueMessage } from './queue-message.ts'
export { quietHours } from './quiet-hours.ts'
export { routes } from './routes.ts'
export { sending } from './sending.ts'
export { sideLog } from './side-log.ts'
export { texts } from './texts.ts'
