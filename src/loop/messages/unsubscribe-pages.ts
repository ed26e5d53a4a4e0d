import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { customerLanguageOf } from '../../languages/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { PRIVATE_PAGE } from '../../respondent/index.ts'
import { foreignStopPage, stopPage, stoppedPage } from '../../respondent/pages/unsubscribe.ts'
import { objectToMessages, preferences } from '../people/index.ts'
import { preferenceToken, readStopToken } from './message-links.ts'
import { companyOf } from './queries/settings.ts'
import { stopPages } from './stop-pages.ts'

/** /u/<token>: looking changes nothing; a POST, by button or by a mailbox's one click (RFC 8058), takes effect at once. */
export function unsubscribePages(tools: Tools): Hono {
  return new Hono()
    .route('/', stopPages(tools))
    .get('/u/:token', async c => {
      const asker = await askerOf(tools, c)
      return asker ? c.html(stopPage(asker, c.req.path), 200, PRIVATE_PAGE) : foreign(c)
    })
    .post('/u/:token', bodyLimit({ maxSize: 4096, onError: c => c.text('', 413) }), async c => {
      const link = readStopToken(tools.settings.secret, c.req.param('token'))
      const asker = await askerOf(tools, c)
      if (!link || !asker) return foreign(c)
      await tools.database.inWorkspace({ workspaceId: link.workspaceId, actor: 'person' }, tx =>
        objectToMessages(tx, link),
      )
      return c.html(stoppedPage(asker), 200, PRIVATE_PAGE)
    })
}

async function askerOf(tools: Tools, c: Context) {
  const { secret } = tools.settings
  const link = readStopToken(secret, c.req.param('token') ?? '')
  if (!link) return null
  return tools.database.readWorkspace(link, async reader => {
    const company = await companyOf(reader)
    if (!company) return null
    // The language of the mail that led here: the person's own, where one is known.
    const known = await preferences.read(reader, link, tools)
    const browsers = customerLanguageOf(c.req.header('accept-language'), customerLanguageOf(company.language))
    return {
      company: company.name,
      preferences: `/p/${preferenceToken(secret, link)}`,
      language: customerLanguageOf(known?.language, browsers),
    }
  })
}

const foreign = (c: Context) =>
  c.html(foreignStopPage(customerLanguageOf(c.req.header('accept-language'))), 404, PRIVATE_PAGE)
