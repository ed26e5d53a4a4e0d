import { type Context, Hono } from 'hono'
import { tokenHash } from '../../platform/secrets/index.ts'
import { openAboutPage } from '../../respondent/pages/open-about-page.ts'
import { pageParts } from '../responses/index.ts'
import { countOpened } from './count-opened.ts'
import type { Linking } from './linking.ts'
import { addReasons, changeOpening, givenOf, type OwnForm, saveQuestions } from './open-steps.ts'
import { freshVisit, ownVisit } from './open-visit.ts'
import { frameOf, guarded, missing, nonceFor, onForm, resume, STEPS, show, wishedBy } from './page-desk.ts'
import type { FoundLink } from './queries/links.ts'
import { fromOf } from './submit-pages.ts'
import { takeAnswer } from './take-answer.ts'

type PageReply = pageParts.PageReply
type Visit = pageParts.Visit
/** Kiosks and widgets draw their own question. */
const OURS = new Set(['link', 'api'])

/** The pages of an open link: /o/<key>, and below it /a/<token> for who has answered. */
export function openPages(linking: Linking): Hono {
  const app = new Hono()
  app.get('/o/:key', c => onLink(c, linking, (link, visit) => showFirst(c, linking, link, visit)))
  app.get('/o/:key/about', c => onLink(c, linking, async (link, visit) => about(link, visit)))
  app.get('/o/:key/h', c => onLink(c, linking, async () => missing(c)))
  app.post('/o/:key', c => onForm(c, linking, form => sendFirst(c, linking, form)))
  app.get('/o/:key/a/:token', c => onOwn(c, linking, visit => resume(c, linking, visit)))
  app.get('/o/:key/a/:token/about', c => onOwn(c, linking, async visit => aboutOwn(c, linking, visit)))
  for (const step of STEPS)
    app.get(`/o/:key/a/:token/${step}`, c => onOwn(c, linking, visit => show(c, linking, visit, step)))
  app.post('/o/:key/a/:token', c => onOwnForm(c, linking, own => changeOpening(linking, own)))
  app.post('/o/:key/a/:token/comment', c => onOwnForm(c, linking, own => addReasons(linking, own)))
  app.post('/o/:key/a/:token/questions', c => onOwnForm(c, linking, own => saveQuestions(linking, own)))
  return app
}

const onLink = (c: Context, linking: Linking, make: (link: FoundLink, visit: Visit) => Promise<PageReply>) =>
  guarded(c, linking, async () => {
    const link = await linking.find(c.req.param('key') ?? '')
    if (!link || !OURS.has(link.channel)) return missing(c)
    if (link.isClosed) return missing(c, link)
    return make(link, await freshVisit(linking, link, wishedBy(c, c.req.query('language'))))
  })

/** The first page: opening it counts, and votes for nothing. */
async function showFirst(c: Context, linking: Linking, link: FoundLink, visit: Visit): Promise<PageReply> {
  if (c.req.method === 'GET') countOpened(link)
  const value = pageParts.exactScore(c.req.query(link.opening === 'nps' ? 'score' : 'rating'))
  const nonce = nonceFor(linking, visit.address)
  return {
    status: 200,
    html: pageParts.showOpening(visit, { value, nonce, note: null, given: null, anonymous: link.anonymous }),
  }
}

const about = (link: FoundLink, visit: Visit): PageReply => ({
  status: 200,
  html: openAboutPage(frameOf(visit), { imprint: visit.asked.imprint, anonymous: link.anonymous }),
})

async function aboutOwn(c: Context, linking: Linking, visit: Visit): Promise<PageReply> {
  const link = await linking.find(c.req.param('key') ?? '')
  return link ? about(link, visit) : missing(c)
}

/** The button of the first page: stores the answer and goes on at an address of its own. */
async function sendFirst(c: Context, linking: Linking, form: pageParts.SentForm): Promise<PageReply> {
  const link = await linking.find(c.req.param('key') ?? '')
  if (!link || !OURS.has(link.channel)) return missing(c)
  if (link.isClosed) return missing(c, link)
  const visit = await freshVisit(linking, link, wishedBy(c, form.switchTo ?? form.language))
  const nonce = pageParts.readNonce(linking.secret, visit.address, form.nonce, linking.now())
  const again = (status: number, note: pageParts.Note): PageReply => {
    const value = link.opening === 'nps' ? form.score : form.rating
    const own = nonce ? form.nonce : nonceFor(linking, visit.address)
    const { anonymous } = link
    const html = pageParts.showOpening(visit, {
      value,
      nonce: own,
      comment: form.comment,
      note,
      given: null,
      anonymous,
    })
    return { status, html, ...(status === 429 ? { retryAfter: 1 } : {}) }
  }
  if (form.switchTo) return again(200, null)
  if (!nonce) return again(400, 'pageForeign')
  if (form.repeated || !holdsAnswer(link, form)) return again(400, pageParts.missingNote(visit))
  if (nonce.ageMs < pageParts.YOUNGEST_MS) return again(429, 'tooFast')
  return store(c, linking, { link, form, visit })
}

const holdsAnswer = ({ opening }: FoundLink, form: pageParts.SentForm): boolean =>
  opening === 'nps' ? form.score !== null : opening === 'free' ? form.comment.trim() !== '' : form.rating !== null

async function store(
  c: Context,
  linking: Linking,
  { link, form, visit }: { link: FoundLink; form: pageParts.SentForm; visit: Visit },
): Promise<PageReply> {
  const { score, rating, comment } = form
  const answer = {
    // The page that was drawn is the key: the same page sent again is the same answer.
    key: tokenHash(form.nonce).subarray(0, 16).toString('base64url'),
    score: link.opening === 'nps' ? score : null,
    rating: link.opening === 'nps' ? null : rating,
    comment: comment || null,
    answers: [],
    language: visit.language,
  }
  const evidence = form.seen === 'script' ? ('script_without_touch' as const) : null
  const { network } = fromOf(c, linking)
  const { token } = await takeAnswer(linking, link, answer, { network, evidence })
  const own = await ownVisit(linking, { door: visit.address, token }, wishedBy(c, visit.language))
  const given = own && givenOf(own)
  if (!own || !given) return missing(c)
  return pageParts.showNext(own, given, nonceFor(linking, own.address))
}

const onOwn = (c: Context, linking: Linking, make: (visit: Visit) => Promise<PageReply>) =>
  guarded(c, linking, async () => {
    const visit = await findOwn(c, linking, c.req.query('language'))
    return visit ? make(visit) : missing(c)
  })

const findOwn = (c: Context, linking: Linking, chosen: string | null | undefined) => {
  const door = `/o/${c.req.param('key')}`
  return ownVisit(linking, { door, token: c.req.param('token') ?? '' }, wishedBy(c, chosen))
}

const onOwnForm = (c: Context, linking: Linking, take: (own: OwnForm) => Promise<PageReply>) =>
  onForm(c, linking, async form => {
    const visit = await findOwn(c, linking, form.switchTo ?? form.language)
    if (!visit) return missing(c)
    const isOurs = pageParts.readNonce(linking.secret, visit.address, form.nonce, linking.now()) !== null
    return take({ visit, form, isOurs, nonce: isOurs ? form.nonce : nonceFor(linking, visit.address) })
  })
