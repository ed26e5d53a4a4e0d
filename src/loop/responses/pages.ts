import { type Context, Hono } from 'hono'
import { type CustomerLanguage, customerLanguageOf, say } from '../../languages/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { messagePage } from '../../respondent/index.ts'
import { issueNonce } from './answer-nonce.ts'
import { type Answering, answering } from './answering.ts'
import { erasurePages } from './erasure-pages.ts'
import { findVisit, givenOf, type Wished } from './find-visit.ts'
import { isInsider } from './insider.ts'
import { missLimit } from './miss-limit.ts'
import { noteVisit, openLink } from './open-link.ts'
import { isLanguage } from './page-language.ts'
import { away, notStored, type PageReply, tooLarge, unknownLink, unreadable, writePage } from './page-reply.ts'
import { readBody } from './read-body.ts'
import { exactScore, isForm, readForm, type SentForm } from './read-form.ts'
import { sendComment } from './send-comment.ts'
import { sendOpening } from './send-opening.ts'
import { sendQuestions } from './send-questions.ts'
import type { Sent } from './sent.ts'
import { type StepPage, showStep } from './show-step.ts'
import { showAbout } from './views/about.ts'
import type { Visit } from './views/visit.ts'

const STEPS: StepPage[] = ['comment', 'questions', 'thanks', 'answers']

/** The customer's pages: /r/<token> and what hangs below it. */
export function answerPages(tools: Tools): Hono {
  const shared = answering(tools)
  const desk = { shared, mayMiss: missLimit(tools) }
  const app = new Hono()
  app.get('/r', c => write(c, shared, startPage(c)))
  app.get('/r/', c => write(c, shared, startPage(c)))
  app.get('/r/:token', c => onVisit(c, desk, (visit, token) => openLink(shared, token, visit, openedBy(c))))
  app.get('/r/:token/h', c => onVisit(c, desk, visit => honeypot(c, shared, visit)))
  app.get('/r/:token/about', c =>
    onVisit(c, desk, async (visit, token) => ({ status: 200, html: showAbout(visit, nonceFor(shared, token)) })),
  )
  for (const step of STEPS) app.get(`/r/:token/${step}`, c => onAnswered(c, desk, step))
  app.get('/r/:token/erasure', c =>
    onVisit(c, desk, async (visit, token) => erasurePages.ask(visit, nonceFor(shared, token))),
  )
  app.post('/r/:token', c => onForm(c, desk, sent => sendOpening(shared, sent)))
  app.post('/r/:token/comment', c => onForm(c, desk, sent => sendComment(shared, sent)))
  app.post('/r/:token/questions', c => onForm(c, desk, sent => sendQuestions(shared, sent)))
  app.post('/r/:token/stored', c => onForm(c, desk, sent => erasurePages.show(shared, sent)))
  app.post('/r/:token/erasure', c => onForm(c, desk, sent => erasurePages.request(shared, sent)))
  return app
}

type Desk = { shared: Answering; mayMiss: ReturnType<typeof missLimit> }

const nonceFor = (shared: Answering, token: string) => issueNonce(shared.secret, token, shared.now())

const write = (c: Context, shared: Answering, reply: PageReply) =>
  writePage(reply, { accepts: c.req.header('accept-encoding'), overHttps: shared.overHttps })

const browserLanguage = (c: Context): CustomerLanguage => customerLanguageOf(c.req.header('accept-language'))

function wishedBy(c: Context, chosen: string | null | undefined): Wished {
  const named = chosen ?? ''
  return { chosen: isLanguage(named) ? named : null, browser: c.req.header('accept-language') ?? null }
}

const openedBy = (c: Context) => ({
  score: exactScore(c.req.query('score')),
  rating: exactScore(c.req.query('rating')),
  change: c.req.query('change') === '1',
  sign: c.req.method === 'HEAD' ? 'head' : null,
})

/** The address without its token, as the history of the browser keeps it. */
const startPage = (c: Context): PageReply => {
  const language = browserLanguage(c)
  const [title, text] = [say(language, 'respondent.missing'), say(language, 'respondent.missingHint')]
  return { status: 200, html: messagePage({ language, company: '' }, title, text) }
}

async function onVisit(
  c: Context,
  { shared, mayMiss }: Desk,
  show: (visit: Visit, token: string) => Promise<PageReply>,
): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const missed = () => write(c, shared, mayMiss(c) ? unknownLink(browserLanguage(c)) : away(browserLanguage(c)))
  try {
    const visit = await findVisit(shared, token, wishedBy(c, c.req.query('language')))
    return visit ? write(c, shared, await show(visit, token)) : missed()
  } catch (error) {
    shared.log.error({ err: error }, 'a page for a customer could not be shown')
    return write(c, shared, away(browserLanguage(c)))
  }
}

/** No person finds this link: who follows it is a program. */
async function honeypot(c: Context, shared: Answering, visit: Visit): Promise<PageReply> {
  await noteVisit(shared, visit, { score: null, rating: null, sign: 'honeypot' })
  return startPage(c)
}

const onAnswered = (c: Context, desk: Desk, step: StepPage) =>
  onVisit(c, desk, async (visit, token) => {
    const given = givenOf(visit.asked)
    if (!given) return openLink(desk.shared, token, visit, openedBy(c))
    return showStep(visit, { step, given, nonce: nonceFor(desk.shared, token), of: c.req.query('of') ?? null })
  })

async function onForm(c: Context, desk: Desk, take: (sent: Sent) => Promise<PageReply>): Promise<Response> {
  const { shared, mayMiss } = desk
  if (!isForm(c.req.header('content-type'))) return write(c, shared, unreadable(browserLanguage(c)))
  const token = c.req.param('token') ?? ''
  let form: SentForm | null = null
  try {
    const body = await readBody(c)
    if (body === null) return write(c, shared, tooLarge(browserLanguage(c)))
    form = readForm(body)
    const insider = await isInsider(shared, c, token)
    const reply = await take({ token, form, wished: wishedBy(c, form.language), insider })
    return write(c, shared, reply.status === 404 && !mayMiss(c) ? away(browserLanguage(c)) : reply)
  } catch (error) {
    if (!form) {
      shared.log.warn({ err: error }, 'a form was cut off')
      return write(c, shared, away(browserLanguage(c)))
    }
    shared.log.error({ err: error }, 'a form could not be taken, its page was sent back')
    return write(c, shared, notStored(form.language ?? browserLanguage(c), c.req.path, form.all))
  }
}
