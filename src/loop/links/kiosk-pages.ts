import { Hono } from 'hono'
import { type CustomerLanguage, say } from '../../languages/index.ts'
import { PAGE_POLICY } from '../../respondent/index.ts'
import type { KioskConfig, KioskTexts } from '../../respondent/kiosk/config.ts'
import { KIOSK_POLICY, kioskPage } from '../../respondent/kiosk/page.ts'
import { LANGUAGE_NAMES } from '../../respondent/pages/letter.ts'
import { askScale } from '../../respondent/widget/ask-scale.ts'
import type { Wordings } from '../../vocabulary/index.ts'
import { browserFile } from './browser-files.ts'
import { countOpened } from './count-opened.ts'
import { languagesOf, linkTexts, pageLanguageOf } from './link-texts.ts'
import type { Linking } from './linking.ts'
import { missingPage } from './missing-page.ts'
import { squaresOf } from './print/code.ts'
import type { FoundLink } from './queries/links.ts'

const SCRIPT = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'no-cache',
  // The worker has to fetch page and script once more.
  'content-security-policy': "default-src 'none'; connect-src 'self'",
}

/** The kiosk: one page that fills a screen, its script, and the worker that keeps both on the device. */
export function kioskPages(linking: Linking): Hono {
  const app = new Hono()
  app.get('/k/kiosk.js', c => scriptReply(browserFile('kiosk.js')) ?? c.notFound())
  app.get('/k/worker.js', c => scriptReply(browserFile('kiosk-worker.js')) ?? c.notFound())
  app.get('/k/:key', async c => {
    const link = await linking.find(c.req.param('key'))
    if (link?.channel !== 'kiosk' || link.isClosed) {
      return c.html(missingPage(link, c.req.header('accept-language')), link ? 410 : 404, {
        'content-security-policy': PAGE_POLICY,
      })
    }
    // The page that the device fetches once more to keep it is no visit.
    if ((c.req.header('sec-fetch-mode') ?? 'navigate') === 'navigate') countOpened(link)
    const config = configOf(await linking.wordingsOf(link), link)
    const title = say(config.first as CustomerLanguage, 'respondent.title', { company: link.company })
    return c.html(kioskPage(config, title), 200, {
      'content-security-policy': KIOSK_POLICY,
      'permissions-policy': 'fullscreen=(self), screen-wake-lock=(self)',
    })
  })
  return app
}

const scriptReply = (text: string | null): Response | null => (text ? new Response(text, { headers: SCRIPT }) : null)

function configOf(wordings: Wordings, link: FoundLink): KioskConfig {
  const { company, opening, language } = link
  const first = pageLanguageOf(wordings, [language])
  const texts = languagesOf(wordings).map((own): [string, KioskTexts] => {
    const words = linkTexts(wordings, { company, opening, wanted: [own] })
    const waiting = say(own, 'links.visitor.waiting', { count: '#' })
    const howTo = say(own, 'links.visitor.howTo')
    return [own, { ...words, name: LANGUAGE_NAMES[own], waiting, howTo }]
  })
  const steps = new Set(texts.flatMap(([, words]) => words.nextStep.flatMap(step => step?.address ?? [])))
  return {
    ...askScale(opening),
    address: `/o/${link.key}/answers`,
    company,
    version: link.surveyVersion,
    first,
    codes: Object.fromEntries([...steps].map(address => [address, rowsOf(address)])),
    texts: Object.fromEntries(texts),
  }
}

const rowsOf = (address: string): string[] =>
  squaresOf(address).map(row => row.map(isDark => (isDark ? '1' : '0')).join(''))
