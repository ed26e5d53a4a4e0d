/** Station history: orders, tickets, calls and visits, as a member reads them before contacting somebody. */

export { personExists, personWho, touchpointsOf } from './queries.ts'
export { recordTouchpoint } from './record-touchpoint.ts'
export { routes as historyRoutes } from './routes.ts'
