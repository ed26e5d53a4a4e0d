import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CUSTOMER_LANGUAGES, type CustomerLanguage, customerLanguageOf, say } from '../../languages/index.ts'
import { peerOf } from '../../platform/http/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { PRIVATE_PAGE } from '../../respondent/index.ts'
import { preferencePage } from '../../respondent/pages/preferences.ts'
import { foreignStopPage } from '../../respondent/pages/unsubscribe.ts'
import { type Preferences, preferences } from '../people/index.ts'
import { readPreferenceToken, type StopLink } from './message-links.ts'

type Visit = { link: StopLink; known: Preferences; language: CustomerLanguage }

/** /p/<token>: which channels, how often, in which language, and why; looking changes nothing. */
export function preferencePages(tools: Tools): Hono {
  return new Hono()
    .get('/p/:token', async c => {
      const visit = await visitOf(tools, c)
      return visit ? c.html(preferencePage(viewOf(visit, c, false)), 200, PRIVATE_PAGE) : foreign(c)
    })
    .post('/p/:token', bodyLimit({ maxSize: 8192, onError: c => c.text('', 413) }), async c => {
      const visit = await visitOf(tools, c)
      if (!visit) return foreign(c)
      const form = await c.req.formData()
      const { link, known } = visit
      const wish = { ...wishOf(form), consent: consentOf(visit, c, tools) }
      await tools.database.inWorkspace({ workspaceId: link.workspaceId, actor: 'person' }, tx =>
        preferences.change(tx, link, wish, tools),
      )
      const after = await tools.database.readWorkspace(link, reader => preferences.read(reader, link, tools))
      const seen = { ...visit, known: after ?? known, language: wish.language ?? visit.language }
      return c.html(preferencePage(viewOf(seen, c, true)), 200, PRIVATE_PAGE)
    })
}

async function visitOf(tools: Tools, c: Context): Promise<Visit | null> {
  const link = readPreferenceToken(tools.settings.secret, c.req.param('token') ?? '')
  if (!link) return null
  const known = await tools.database.readWorkspace(link, reader => preferences.read(reader, link, tools))
  if (!known) return null
  const language = customerLanguageOf(known.language, customerLanguageOf(c.req.header('accept-language')))
  return { link, known, language }
}

const viewOf = ({ link, known, language }: Visit, c: Context, saved: boolean) => ({
  language,
  company: known.company,
  address: c.req.path,
  channels: known.channels.map(standing => ({ ...standing, isOwn: standing.channel === link.channel })),
  saved,
})

function wishOf(form: FormData) {
  const wanted = form.getAll('channel').filter(name => name === 'email' || name === 'sms')
  const frequency = preferences.frequencies.find(name => name === form.get('frequency')) ?? 'all'
  const language = CUSTOMER_LANGUAGES.find(code => code === form.get('language')) ?? null
  const never = form.get('never') !== null
  return { wanted: never ? [] : wanted, never, frequency, language }
}

/** The words that stood beside the box, with their edition: what a consent has to be able to show. */
const consentOf = ({ link, known, language }: Visit, c: Context, { settings }: Tools) => ({
  text: say(language, 'permissions.page.agree', { company: known.company, channel: link.channel }),
  textVersion: `preference-page-1-${language}`,
  ip: peerOf(c, settings.trustedProxies),
  source: `${settings.publicUrl}/p`,
})

const foreign = (c: Context) =>
  c.html(foreignStopPage(customerLanguageOf(c.req.header('accept-language'))), 404, PRIVATE_PAGE)
