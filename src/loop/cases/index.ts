/** Station cases: every answer is acted on, after reading what was before, with an owner, a due time and an outcome. */
export { hearReply } from './hear-reply.ts'
export { countCases } from './list-cases.ts'
export { openCases, requeueCase } from './open-case.ts'
export { routes as caseRoutes } from './routes.ts'
export { afterWorkingDays, endOfDay } from './working-days.ts'
