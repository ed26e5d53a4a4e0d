import { Hono } from 'hono'
import type { Endpoint } from './access/index.ts'
import { deliverEvents } from './loop/deliver-events.ts'
import { loop } from './loop/index.ts'
import { healthPages } from './platform/http/health.ts'
import type { Tools } from './platform/tools.ts'
import { startWorkLoop, type Work } from './platform/work-loop.ts'

/** Every address of the API: each room and station adds its list. */
export const endpoints: Endpoint[] = []

/** Pages outside the API (the customer's page, /mail, unsubscribing, health): each a Hono app of its own. */
const pages = (tools: Tools): Hono[] => [healthPages(tools)]

/** Work lists in the database that this process works off. */
const works = (tools: Tools): Work[] => [deliverEvents(tools, loop)]

/** The product as one web application, with its work in the background. */
export function createApp(tools: Tools) {
  const app = new Hono()
  for (const page of pages(tools)) app.route('/', page)

  let loops: ReturnType<typeof startWorkLoop>[] = []
  let stopWaking = () => {}
  return {
    fetch: app.fetch,
    /** Begins to work off the lists; each is woken by every commit of this process. */
    start: () => {
      loops = works(tools).map(work => startWorkLoop(work, tools.log))
      stopWaking = tools.database.onCommit(() => {
        for (const loop of loops) loop.wake()
      })
    },
    stop: async () => {
      stopWaking()
      await Promise.all(loops.map(loop => loop.stop()))
    },
  }
}
