import { type Context, Hono } from 'hono'
import { type CustomerLanguage, customerLanguageOf, say } from '../../languages/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { messagePage } from '../../respondent/index.ts'
import { issueNonce } from './answer-nonce.ts'
import { type Answering, answering } from './answering.ts'
import { findVisit, givenOf, type Wished } from './find-visit.ts'
import { noteVisit, openLink } from './open-link.ts'
import { isLanguage } from './page-language.ts'
import { away, notStored, type PageReply, tooLarge, unknownLink, unreadable, writePage } from './page-reply.ts'
import { readBody } from './read-body.ts'
import { exactScore, fieldsOf, isForm, readForm, type SentForm } from './read-form.ts'
import { sendComment } from './send-comment.ts'
import { sendScore } from './send-score.ts'
import { showAbout, showFollowUp, showThanks, type Visit } from './views.ts'

/** The customer's pages: /r/<token> and what hangs below it. */
export function answerPages(tools: Tools): Hono {
  const shared = answering(tools)
  const app = new Hono()
  app.get('/r', c => write(c, shared, startPage(c)))
  app.get('/r/', c => write(c, shared, startPage(c)))
  app.get('/r/:token', c => onVisit(c, shared, (visit, token) => openLink(shared, token, visit, openedBy(c))))
  app.get('/r/:token/h', c => onVisit(c, shared, visit => honeypot(c, shared, visit)))
  app.get('/r/:token/about', c => onVisit(c, shared, async visit => ({ status: 200, html: showAbout(visit) })))
  app.get('/r/:token/comment', c => onAnswered(c, shared, 'comment'))
  app.get('/r/:token/thanks', c => onAnswered(c, shared, 'thanks'))
  app.post('/r/:token', c => onForm(c, shared, sent => sendScore(shared, sent)))
  app.post('/r/:token/comment', c => onForm(c, shared, sent => sendComment(shared, sent)))
  return app
}

const write = (c: Context, shared: Answering, reply: PageReply) =>
  writePage(reply, { accepts: c.req.header('accept-encoding'), overHttps: shared.overHttps })

const browserLanguage = (c: Context): CustomerLanguage => customerLanguageOf(c.req.header('accept-language'))

function wishedBy(c: Context, chosen: string | null | undefined): Wished {
  const named = chosen ?? ''
  return { chosen: isLanguage(named) ? named : null, browser: c.req.header('accept-language') ?? null }
}

const openedBy = (c: Context) => ({
  score: exactScore(c.req.query('score')),
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
  shared: Answering,
  show: (visit: Visit, token: string) => Promise<PageReply>,
): Promise<Response> {
  const token = c.req.param('token') ?? ''
  try {
    const visit = await findVisit(shared, token, wishedBy(c, c.req.query('language')))
    return write(c, shared, visit ? await show(visit, token) : unknownLink(browserLanguage(c)))
  } catch (error) {
    shared.log.error({ err: error }, 'a page for a customer could not be shown')
    return write(c, shared, away(browserLanguage(c)))
  }
}

/** No person finds this link: who follows it is a program. */
async function honeypot(c: Context, shared: Answering, visit: Visit): Promise<PageReply> {
  await noteVisit(shared, visit, { score: null, sign: 'honeypot' })
  return startPage(c)
}

const onAnswered = (c: Context, shared: Answering, page: 'comment' | 'thanks') =>
  onVisit(c, shared, async (visit, token) => {
    const given = givenOf(visit.asked)
    if (!given) return openLink(shared, token, visit, openedBy(c))
    const html =
      page === 'thanks'
        ? showThanks(visit, { given, shortened: false })
        : showFollowUp(visit, { given, nonce: issueNonce(shared.secret, token, shared.now()) })
    return { status: 200, html }
  })

async function onForm(
  c: Context,
  shared: Answering,
  take: (sent: { token: string; form: SentForm; wished: Wished }) => Promise<PageReply>,
): Promise<Response> {
  if (!isForm(c.req.header('content-type'))) return write(c, shared, unreadable(browserLanguage(c)))
  const token = c.req.param('token') ?? ''
  let form: SentForm | null = null
  try {
    const body = await readBody(c)
    if (body === null) return write(c, shared, tooLarge(browserLanguage(c)))
    form = readForm(body)
    return write(c, shared, await take({ token, form, wished: wishedBy(c, form.language) }))
  } catch (error) {
    if (!form) {
      shared.log.warn({ err: error }, 'a form was cut off')
      return write(c, shared, away(browserLanguage(c)))
    }
    shared.log.error({ err: error }, 'a form could not be taken, its page was sent back')
    return write(c, shared, notStored(form.language ?? browserLanguage(c), c.req.path, fieldsOf(form)))
  }
}
