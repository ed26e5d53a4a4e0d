import { type Context, Hono } from 'hono'
import { openAboutPage } from '../../respondent/pages/open-about-page.ts'
import { emit } from '../emit.ts'
import { pageParts } from '../responses/index.ts'
import type { Linking } from './linking.ts'
import { addReasons, changeOpening, givenOf, type OwnForm, saveQuestions } from './open-steps.ts'
import { frameOf, guarded, missing, nonceFor, onForm, resume, STEPS, show, wishedBy } from './page-desk.ts'
import { insertTicketAnswer } from './queries/tickets.ts'
import { type TicketVisit, ticketVisit } from './ticket.ts'

/** The pages of an anonymous survey: /t/<token>; the token's holder can go on with the answer, and nobody else can find it. */
export function ticketPages(linking: Linking): Hono {
  const app = new Hono()
  const onTicket = (c: Context, make: (visit: TicketVisit) => Promise<pageParts.PageReply>) =>
    guarded(c, linking, async () => {
      const visit = await find(c, linking, c.req.query('language'))
      return visit ? make(visit) : missing(c)
    })
  app.get('/t/:token', c => onTicket(c, visit => open(c, linking, visit)))
  app.get('/t/:token/about', c => onTicket(c, async visit => about(visit)))
  app.get('/t/:token/h', c => onTicket(c, async () => missing(c)))
  for (const step of STEPS) app.get(`/t/:token/${step}`, c => onTicket(c, visit => show(c, linking, visit, step)))
  app.post('/t/:token', c => onTicketForm(c, linking, own => sendOpening(linking, own)))
  app.post('/t/:token/comment', c => onTicketForm(c, linking, own => addReasons(linking, own)))
  app.post('/t/:token/questions', c => onTicketForm(c, linking, own => saveQuestions(linking, own)))
  return app
}

const find = (c: Context, linking: Linking, chosen: string | null | undefined) =>
  ticketVisit(linking, c.req.param('token') ?? '', wishedBy(c, chosen))

const about = (visit: TicketVisit): pageParts.PageReply => ({
  status: 200,
  html: openAboutPage(frameOf(visit), { imprint: visit.asked.imprint, anonymous: true }),
})

/** Opening it stores nothing, not even that it was opened. */
async function open(c: Context, linking: Linking, visit: TicketVisit): Promise<pageParts.PageReply> {
  if (givenOf(visit)) return resume(c, linking, visit)
  if (visit.asked.expiresAt < linking.now()) return { status: 410, html: pageParts.showEnded(visit, 'expired') }
  const value = pageParts.exactScore(c.req.query(visit.asked.opening === 'nps' ? 'score' : 'rating'))
  const nonce = nonceFor(linking, visit.address)
  return { status: 200, html: pageParts.showOpening(visit, { value, nonce, note: null, given: null, anonymous: true }) }
}

const onTicketForm = (
  c: Context,
  linking: Linking,
  take: (own: OwnForm & { visit: TicketVisit }) => Promise<pageParts.PageReply>,
) =>
  onForm(c, linking, async form => {
    const visit = await find(c, linking, form.switchTo ?? form.language)
    if (!visit) return missing(c)
    const own = pageParts.readNonce(linking.secret, visit.address, form.nonce, linking.now())
    const nonce = own ? form.nonce : nonceFor(linking, visit.address)
    return take({ visit, form, isOurs: own !== null, ageMs: own?.ageMs ?? 0, nonce })
  })

/** The first answer of the ticket's holder, or a change of it. */
async function sendOpening(linking: Linking, own: OwnForm & { visit: TicketVisit }): Promise<pageParts.PageReply> {
  const { visit, form, nonce } = own
  const { asked } = visit
  if (givenOf(visit)) return changeOpening(linking, own)
  const again = (status: number, note: pageParts.Note): pageParts.PageReply => {
    const value = asked.opening === 'nps' ? form.score : form.rating
    const page = { value, nonce, comment: form.comment, note, given: null, anonymous: true }
    const html = pageParts.showOpening(visit, page)
    return { status, html, ...(status === 429 ? { retryAfter: 1 } : {}) }
  }
  if (form.switchTo) return again(200, null)
  if (!own.isOurs) return again(400, 'pageForeign')
  if (asked.expiresAt < linking.now()) return { status: 410, html: pageParts.showEnded(visit, 'expired') }
  const { text } = pageParts.cleanComment(form.comment)
  const sent = pageParts.openingIn(asked.opening, { score: form.score, rating: form.rating, comment: text })
  if (!sent || form.repeated) return again(400, pageParts.missingNote(visit))
  if ((own.ageMs ?? 0) < pageParts.YOUNGEST_MS) return again(429, 'tooFast')
  await storeFirst(linking, visit, { ...sent, isMachine: form.seen === 'script' })
  const now = await ticketVisit(linking, visit.address.slice(3), { chosen: visit.language, browser: null })
  const given = now && givenOf(now)
  return now && given ? pageParts.showNext(now, given, nonce) : again(400, 'pageForeign')
}

type First = { score: number | null; rating: number | null; comment: string | null; isMachine: boolean }

const storeFirst = (linking: Linking, visit: TicketVisit, { isMachine, ...sent }: First) => {
  const { asked, sourceKey, language } = visit
  const evidence = isMachine ? 'script_without_touch' : null
  return linking.database.inWorkspace({ workspaceId: asked.workspaceId, actor: 'respondent' }, async tx => {
    const row = { ...sent, ticket: asked, sourceKey, answerKey: sourceKey, language, evidence }
    const responseId = await insertTicketAnswer(tx, row)
    if (responseId) await emit(tx, 'survey.answered', asked.surveyId, {})
  })
}
