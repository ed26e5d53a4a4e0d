import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { languageOf } from '../../languages/index.ts'
import { askScale, PLACES } from '../../respondent/widget/ask-scale.ts'
import type { WidgetConfig } from '../../respondent/widget/config.ts'
import { pagePattern } from '../../respondent/widget/page-pattern.ts'
import { SAMPLE_POLICY, samplePage } from '../../respondent/widget/sample-page.ts'
import { WidgetSettings } from '../../vocabulary/index.ts'
import { browserFile } from './browser-files.ts'
import { countOpened } from './count-opened.ts'
import { linkTexts } from './link-texts.ts'
import type { Linking } from './linking.ts'
import type { FoundLink } from './queries/links.ts'

const HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  vary: 'Accept-Language',
}

const UNCACHED = { ...HEADERS, 'cache-control': 'no-store' }

/** The widget: one script with its settings in it, so that a page loads nothing else until somebody answers. */
export function widgetPages(linking: Linking): Hono {
  const app = new Hono()
  app.use('/w/*', compress())
  app.get('/w/:file{[a-z2-9]{10}\\.js}', async c => {
    const key = c.req.param('file').slice(0, -3)
    const isPreview = c.req.query('preview') === '1'
    const link = await (isPreview ? linking.findNow(key) : linking.find(key))
    if (link?.channel !== 'widget') return c.body('', 404, HEADERS)
    // A closed link asks nobody, and the page that carries it sees no error.
    if (link.isClosed && !isPreview) return c.body('', 200, HEADERS)
    const script = browserFile('widget.js')
    if (!script) return c.body('// The widget is not built yet: npm run build', 503, HEADERS)
    if (!isPreview) countOpened(link)
    const wanted = [c.req.query('language'), link.language, c.req.header('accept-language')]
    const config = { ...(await configOf(linking, link, wanted)), ...(isPreview ? PREVIEW : {}) }
    const text = script.replace('__CONFIG__', () => literalOf(config))
    return c.body(text, 200, isPreview ? UNCACHED : HEADERS)
  })
  app.get('/w/:key/preview', async c => {
    const link = await linking.findNow(c.req.param('key'))
    if (link?.channel !== 'widget') return c.notFound()
    const language = languageOf(c.req.query('page'))
    const page = samplePage({ key: link.key, shown: c.req.query('language') ?? '', language })
    return c.html(page, 200, { 'content-security-policy': SAMPLE_POLICY })
  })
  return app
}

/** Settings as the script reads them: names without quotes weigh less, and within a text every quote stands behind a backslash. */
const literalOf = (config: WidgetConfig): string => JSON.stringify(config).replace(/"(\w+)":/g, '$1:')

/** At once, everywhere, and without an address to send to. */
const PREVIEW = { address: '', trigger: 'delay', amount: 0, pages: '', share: 100, restDays: 0 } as const

async function configOf(
  linking: Linking,
  link: FoundLink,
  wanted: (string | null | undefined)[],
): Promise<WidgetConfig> {
  const wordings = await linking.wordingsOf(link)
  const { position, ...settings } = WidgetSettings.parse(link.widget)
  const { company, opening } = link
  return {
    ...linkTexts(wordings, { company, opening, wanted }),
    ...askScale(opening),
    ...settings,
    place: PLACES[position],
    pages: pagePattern(settings.pages),
    onAccent: onAccent(settings.accent),
    address: `${linking.publicUrl}/o/${link.key}/answers`,
    key: link.key,
    version: link.surveyVersion,
  }
}

/** Black or white, whichever is easier to read on a colour (WCAG 2.2: relative luminance). */
export function onAccent(accent: string): '#ffffff' | '#000000' {
  const part = (at: number) => {
    const value = Number.parseInt(accent.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000'
}
