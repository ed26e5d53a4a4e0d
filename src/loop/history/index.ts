/** Station history: orders, tickets, calls and visits, as a member reads them before contacting somebody. */

export { personExists, touchpointsOf } from './queries.ts'
export { routes as historyRoutes } from './routes.ts'
