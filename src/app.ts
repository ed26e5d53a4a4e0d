import { join } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { routes as accessRoutes, docsPages, type Endpoint, forgetting, mount, type Words } from './access/index.ts'
import { demoRoutes } from './demo/index.ts'
import { newsDesk } from './insight/live/index.ts'
import { routes as reportRoutes } from './insight/report/index.ts'
import { insightRoutes } from './insight/routes.ts'
import { isWordKey, languageOf, say } from './languages/index.ts'
import { routes as attributeRoutes } from './loop/attributes/index.ts'
import { caseRoutes } from './loop/cases/index.ts'
import { deliverEvents } from './loop/deliver-events.ts'
import { routes as derivationRoutes, refreshing } from './loop/derivations/index.ts'
import { historyRoutes } from './loop/history/index.ts'
import { routes as importRoutes, works as importWorks } from './loop/imports/index.ts'
import { loop } from './loop/index.ts'
import {
  hookPages as eventHookPages,
  routes as invitationRoutes,
  works as invitationWorks,
} from './loop/invitations/index.ts'
import { countingOpened, linkPages, routes as linkRoutes } from './loop/links/index.ts'
import {
  delivery,
  pages as messagePages,
  routes as messageRoutes,
  sending,
  sideLog,
  texts,
} from './loop/messages/index.ts'
import { consentPages, routes as peopleRoutes } from './loop/people/index.ts'
import { routes as proofRoutes } from './loop/proof/index.ts'
import { routes as releaseRoutes, releasingAnswers } from './loop/releases/index.ts'
import { replying, replyRoutes, textHooks } from './loop/replies/index.ts'
import { answerPages, routes as answerRoutes, askingForComments } from './loop/responses/index.ts'
import { routes as eventRoutes } from './loop/routes.ts'
import { previewPages, routes as surveyRoutes } from './loop/surveys/index.ts'
import { keepingStatistics } from './platform/database/index.ts'
import { healthPages } from './platform/http/health.ts'
import { PAGE_POLICY, requestLog, securityHeaders, staticFiles } from './platform/http/index.ts'
import { packageRoot, version } from './platform/package-root.ts'
import type { Tools } from './platform/tools.ts'
import { startWorkLoop, type Work } from './platform/work-loop.ts'

/** Every address of the API: each room and station adds its list. */
export const endpoints: Endpoint[] = [
  ...accessRoutes,
  ...answerRoutes,
  ...replyRoutes,
  ...proofRoutes,
  ...linkRoutes,
  ...releaseRoutes,
  ...surveyRoutes,
  ...messageRoutes,
  ...invitationRoutes,
  ...attributeRoutes,
  ...peopleRoutes,
  ...historyRoutes,
  ...derivationRoutes,
  ...eventRoutes,
  ...caseRoutes,
  ...demoRoutes,
  ...insightRoutes,
  ...importRoutes,
  ...reportRoutes,
]

/** Pages outside the API (the customer's page, /mail, unsubscribing, health): each a Hono app of its own. */
const pages = (tools: Tools): Hono[] => [
  previewPages(tools),
  linkPages(tools),
  ...messagePages(tools),
  textHooks(tools),
  delivery.pages(tools),
  consentPages(tools),
  eventHookPages(tools),
  healthPages(tools),
  docsPages(endpoints, version, join(packageRoot, 'dist/api-docs')),
]

/** Work lists in the database that this process works off. */
const works = (tools: Tools): Work[] => [
  keepingStatistics(tools),
  deliverEvents(tools, loop),
  askingForComments(tools),
  ...invitationWorks(tools),
  sending(tools),
  delivery.work(tools),
  ...(tools.sideLog ? [sideLog.keep(tools, tools.sideLog)] : []),
  texts.work(tools),
  replying(tools),
  forgetting(tools),
  countingOpened(tools.database),
  releasingAnswers(tools),
  refreshing(tools),
  ...importWorks(tools),
]

const words: Words = {
  refusal: (language, code, facts) => {
    const key = `refusals.${code}`
    return isWordKey(key) ? say(language, key, facts) : code
  },
  languageOf: accepted => languageOf(accepted),
}

/** The team's pages: hashed assets for ever, and index.html for every address of a page. */
function dashboard(): Hono {
  const serve = staticFiles(join(packageRoot, 'dist/dashboard'))
  return new Hono().get('*', async c => {
    const isAsset = c.req.path.startsWith('/assets/')
    const caching = { 'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache' }
    const file = c.req.path === '/' ? null : await serve(c.req.path, c.req.raw, caching)
    if (file || isAsset) return file ?? c.notFound()
    const page = await serve('index.html', c.req.raw, { ...caching, 'content-security-policy': PAGE_POLICY })
    return page ?? c.text('The pages are not built yet: npm run build', 503)
  })
}

const WAKE_MS = 25

/** Commits that come close together wake the lists once: in a rush of answers they would otherwise ask the database all day. */
function wakeTogether({ database }: Tools, wake: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const stop = database.onCommit(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      wake()
    }, WAKE_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** The product as one web application, with its work in the background. */
export function createApp(tools: Tools) {
  const app = new Hono()
  // The customer's pages bring their own headers: they have to stand the rush after a send.
  app.route('/', answerPages(tools))
  app.use(requestLog(tools.log), securityHeaders(tools.settings.publicUrl))
  app.use('/api/*', compress())
  for (const page of pages(tools)) app.route('/', page)
  app.route('/', mount(endpoints, tools, words))
  app.route('/', dashboard())

  let loops: ReturnType<typeof startWorkLoop>[] = []
  let stopWaking = () => {}
  return {
    fetch: app.fetch,
    /** Begins to work off the lists; each is woken by every commit of this process. */
    start: () => {
      loops = works(tools).map(work => startWorkLoop(work, tools.log))
      stopWaking = wakeTogether(tools, () => {
        for (const loop of loops) loop.wake()
      })
    },
    stop: async () => {
      stopWaking()
      newsDesk(tools.database).close()
      await Promise.all(loops.map(loop => loop.stop()))
      // What cannot be carried now waits in the database for the next start.
      if (tools.sideLog)
        await sideLog.empty(tools, tools.sideLog).catch(error => tools.log.warn({ err: error }, 'side log'))
    },
  }
}
