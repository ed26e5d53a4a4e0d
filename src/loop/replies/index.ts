/** Station replies: what people write back, by mail or text, reaches their answer, its comment or their time line. */
export { replying } from './replying.ts'
export { routes as replyRoutes } from './routes.ts'
export { textHooks } from './text-hooks.ts'
