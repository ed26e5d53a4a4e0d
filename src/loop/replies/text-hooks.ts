import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type HookNews, smsProvider } from '../../channels/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { texts } from '../messages/index.ts'
import { takeText } from './take-text.ts'

const MOST_BYTES = 65_536

/** /hooks/sms/<token>: where the provider of a workspace's texts reports deliveries and answers; only what it signed counts. */
export function textHooks(tools: Tools): Hono {
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: c => c.body(null, 413) })
  return new Hono().on(['GET', 'POST'], '/hooks/sms/:token', limit, c => hear(tools, c))
}

async function hear(tools: Tools, c: Context): Promise<Response> {
  const { database, settings, clock } = tools
  const workspaceId = texts.workspaceOf(settings.secret, c.req.param('token') ?? '')
  if (!workspaceId) return c.body(null, 404)
  const scope = { workspaceId, actor: 'provider' }
  const given = await database.readWorkspace(scope, reader => texts.settings(reader, workspaceId, settings.secret))
  const news = given ? await newsIn(tools, c, given) : null
  if (!news) return c.body(null, 404)
  for (const one of news) {
    await database.inWorkspace(scope, async tx => {
      await texts.heard(tx, clock())
      return one.kind === 'received' ? takeText(tx, one, settings, clock()) : texts.recordReceipt(tx, one, clock())
    })
  }
  return c.body(null, 204)
}

/** What the call says in the provider's own form; null when it proves nothing. */
async function newsIn(
  { settings, clock }: Tools,
  c: Context,
  given: NonNullable<Awaited<ReturnType<typeof texts.settings>>>,
): Promise<HookNews[] | null> {
  const provider = await smsProvider(given.provider)
  const own = provider.settings.safeParse(given.settings)
  if (!own.success) return null
  // Signatures cover the address that the provider was told, which is not what a proxy makes of it.
  const { pathname, search } = new URL(c.req.url)
  const call = {
    method: c.req.method,
    url: `${settings.publicUrl}${pathname}${search}`,
    headers: c.req.raw.headers,
    body: await c.req.text(),
  }
  return provider.hook(own.data, { ...call, at: clock() })
}
