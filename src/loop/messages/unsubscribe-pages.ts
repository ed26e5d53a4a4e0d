import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { customerLanguageOf } from '../../languages/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { PRIVATE_PAGE } from '../../respondent/index.ts'
import { foreignStopPage, stopPage, stoppedPage } from '../../respondent/pages/unsubscribe.ts'
import { objectToMessages } from '../people/index.ts'
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

async function askerOf({ database, settings }: Tools, c: Context) {
  const link = readStopToken(settings.secret, c.req.param('token') ?? '')
  if (!link) return null
  const company = await database.readWorkspace(link, companyOf)
  return company
    ? {
        company: company.name,
        preferences: `/p/${preferenceToken(settings.secret, link)}`,
        language: customerLanguageOf(c.req.header('accept-language'), customerLanguageOf(company.language)),
      }
    : null
}

const foreign = (c: Context) =>
  c.html(foreignStopPage(customerLanguageOf(c.req.header('accept-language'))), 404, PRIVATE_PAGE)
