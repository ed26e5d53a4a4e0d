import type { Context } from 'hono'
import { type CustomerLanguage, customerLanguageOf } from '../../languages/index.ts'
import { pageParts } from '../responses/index.ts'
import { languagesOf } from './link-texts.ts'
import type { Linking } from './linking.ts'
import { missingPage } from './missing-page.ts'
import { givenOf } from './open-steps.ts'
import type { Wished } from './open-visit.ts'
import type { FoundLink } from './queries/links.ts'

type PageReply = pageParts.PageReply
type Visit = pageParts.Visit

/** Pages below an answer. */
export const STEPS: pageParts.StepPage[] = ['comment', 'questions', 'thanks', 'answers']

const write = (c: Context, linking: Linking, reply: PageReply) =>
  pageParts.writePage(reply, {
    accepts: c.req.header('accept-encoding'),
    overHttps: linking.publicUrl.startsWith('https:'),
  })

const browserLanguage = (c: Context): CustomerLanguage => customerLanguageOf(c.req.header('accept-language'))

export const wishedBy = (c: Context, chosen: string | null | undefined): Wished => ({
  chosen: chosen ?? null,
  browser: c.req.header('accept-language') ?? null,
})

export const missing = (c: Context, link?: FoundLink): PageReply => ({
  status: link ? 410 : 404,
  html: missingPage(link, c.req.header('accept-language')),
})

export const nonceFor = (linking: Linking, door: string) => pageParts.issueNonce(linking.secret, door, linking.now())

export async function guarded(c: Context, linking: Linking, make: () => Promise<PageReply>): Promise<Response> {
  try {
    return write(c, linking, await make())
  } catch (error) {
    linking.log.error({ err: error }, 'a page of an open link could not be shown')
    return write(c, linking, pageParts.away(browserLanguage(c)))
  }
}

export const frameOf = ({ asked, wordings, language, address, stopAddress }: Visit) => ({
  language,
  languages: languagesOf(wordings),
  company: asked.company,
  address,
  stopAddress,
})

export async function onForm(
  c: Context,
  linking: Linking,
  take: (form: pageParts.SentForm) => Promise<PageReply>,
): Promise<Response> {
  if (!pageParts.isForm(c.req.header('content-type')))
    return write(c, linking, pageParts.unreadable(browserLanguage(c)))
  let form: pageParts.SentForm | null = null
  try {
    const body = await pageParts.readBody(c)
    if (body === null) return write(c, linking, pageParts.tooLarge(browserLanguage(c)))
    form = pageParts.readForm(body)
    return write(c, linking, await take(form))
  } catch (error) {
    linking.log.error({ err: error }, 'a form of an open link could not be taken, its page was sent back')
    if (!form) return write(c, linking, pageParts.away(browserLanguage(c)))
    return write(c, linking, pageParts.notStored(form.language ?? browserLanguage(c), c.req.path, form.all))
  }
}

/** Who comes back goes on where the answer stopped, or changes it. */
export async function resume(c: Context, linking: Linking, visit: Visit): Promise<PageReply> {
  const given = givenOf(visit)
  const nonce = nonceFor(linking, visit.address)
  if (given && !pageParts.mayChange(given.answeredAt)) return { status: 200, html: pageParts.showClosed(visit, given) }
  if (given && c.req.query('change') !== '1') {
    return pageParts.nextStep(visit, given) === 'done'
      ? { status: 200, html: pageParts.showOverview(visit, given) }
      : pageParts.showNext(visit, given, nonce)
  }
  return { status: 200, html: pageParts.showOpening(visit, { value: null, nonce, note: null, given }) }
}

export async function show(c: Context, linking: Linking, visit: Visit, step: pageParts.StepPage): Promise<PageReply> {
  const given = givenOf(visit)
  if (!given) return missing(c)
  return pageParts.showStep(visit, {
    step,
    given,
    nonce: nonceFor(linking, visit.address),
    of: c.req.query('of') ?? null,
  })
}
