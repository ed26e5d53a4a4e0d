import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { askOutside } from '../../../../platform/egress/index.ts'
import { isToken, openSecret, tokenHash } from '../../../../platform/secrets/index.ts'
import type { Tools } from '../../../../platform/tools.ts'
import type { HookProvider } from '../../../../vocabulary/index.ts'
import { type FoundHook, findHook, keepTopic, noteHook } from '../queries/hooks.ts'
import { mailgun } from './mailgun.ts'
import { hookPlace } from './manage-hooks.ts'
import { postmark } from './postmark.ts'
import type { MailHookCall, ProviderHook } from './provider-hook.ts'
import { recordHookReport } from './record-hook-report.ts'
import { sendgrid } from './sendgrid.ts'
import { ses } from './ses.ts'

const MOST_BYTES = 1_000_000

/** Asks another system for a text. */
export type FetchText = (url: string) => Promise<string>

/** /hooks/mail/<provider>/<secret>: where providers report; only a call that proves itself changes anything (case M4). */
export function mailHookPages(tools: Tools, fetchText: FetchText = fetchOutside): Hono {
  const { database, clock } = tools
  const providers: Record<HookProvider, ProviderHook> = { mailgun, postmark, sendgrid, ses: ses(fetchText) }
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: c => c.text('', 413) })
  return new Hono().post('/hooks/mail/:provider/:token', limit, async c => {
    const name = c.req.param('provider')
    const token = c.req.param('token')
    const hook = isToken(token) ? await findHook(database, name, tokenHash(token)) : null
    if (!hook) return c.text('', 404)
    const provider = providers[hook.provider]
    const call = { header: (wanted: string) => c.req.header(wanted), body: Buffer.from(await c.req.arrayBuffer()) }
    if (!(await provider.verify(call, { key: keyOf(tools, hook), topic: hook.topic }))) {
      await noteHook(database, hook, 'refused_at', clock())
      return c.text('', 401)
    }
    await takeNews(tools, hook, provider, call, fetchText)
    return c.json({ taken: true })
  })
}

async function takeNews(
  tools: Tools,
  hook: FoundHook,
  provider: ProviderHook,
  call: MailHookCall,
  fetchText: FetchText,
): Promise<void> {
  const { database, clock } = tools
  const { reports, confirm } = provider.read(call)
  const scope = { workspaceId: hook.workspaceId, actor: hook.provider }
  if (confirm) {
    await fetchText(confirm.url)
    await database.inWorkspace(scope, tx => keepTopic(tx, hook.provider, confirm.topic))
  }
  // Each for itself: one that fails is told again by the provider, the others are known then.
  for (const report of reports) {
    await database.inWorkspace(scope, tx => recordHookReport(tx, hook.provider, report, tools.settings.secret, clock()))
  }
  await noteHook(database, hook, 'heard_at', clock())
}

const keyOf = ({ settings }: Tools, { workspaceId, provider, verification }: FoundHook): string | null =>
  verification && openSecret(settings.secret, hookPlace(workspaceId, provider), verification)

async function fetchOutside(url: string): Promise<string> {
  const reply = await askOutside({ method: 'GET', url, headers: {}, body: null }, { insideHosts: [] })
  if (reply.status !== 200) throw new Error(`HTTP ${reply.status}`)
  return reply.body
}
