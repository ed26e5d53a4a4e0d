import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type CustomerLanguage, customerLanguageOf } from '../../languages/index.ts'
import { peerOf } from '../../platform/http/index.ts'
import { isToken, tokenHash } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { PRIVATE_PAGE } from '../../respondent/index.ts'
import { confirmedPage, confirmPage, expiredPage } from '../../respondent/pages/consent.ts'
import { confirmOptIn } from './opt-in.ts'
import { type OptInRow, optInByToken } from './queries/opt-ins.ts'

/** /c/<token>: shows what would be agreed to; only the button agrees, because machines open every link. */
export function consentPages(tools: Tools): Hono {
  return new Hono()
    .get('/c/:token', async c => {
      const asked = await askedBy(tools, c)
      if (!asked) return gone(c)
      return c.html(
        asked.confirmed_at ? confirmedPage(wordsOf(asked)) : confirmPage(wordsOf(asked), c.req.path),
        200,
        PRIVATE_PAGE,
      )
    })
    .post('/c/:token', bodyLimit({ maxSize: 4096, onError: c => c.text('', 413) }), async c => {
      const asked = await askedBy(tools, c)
      if (!asked) return gone(c)
      const given = { at: tools.clock(), ip: peerOf(c, tools.settings.trustedProxies) }
      await tools.database.inWorkspace({ workspaceId: asked.workspace_id, actor: 'person' }, tx =>
        confirmOptIn(tx, asked, given),
      )
      return c.html(confirmedPage(wordsOf(asked)), 200, PRIVATE_PAGE)
    })
}

async function askedBy({ database, clock }: Tools, c: Context): Promise<OptInRow | null> {
  const token = c.req.param('token') ?? ''
  const asked = isToken(token) ? await optInByToken(database, tokenHash(token)) : undefined
  if (!asked || (asked.confirmed_at === null && asked.expires_at <= clock())) return null
  return asked
}

const wordsOf = (asked: OptInRow) => ({
  language: customerLanguageOf(asked.language),
  company: asked.company,
  address: asked.address,
  text: asked.consent_text,
})

const gone = (c: Context) => {
  const language: CustomerLanguage = customerLanguageOf(c.req.header('accept-language'))
  return c.html(expiredPage(language), 404, PRIVATE_PAGE)
}
