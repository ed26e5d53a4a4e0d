import { type Context, Hono } from 'hono'
import { type Caller, pageCaller } from '../../access/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { drawCaught, drawInbox, drawStranger, INBOX_POLICY, type Shown } from './draw-inbox.ts'
import { caughtRow, caughtRows } from './queries/caught.ts'
import { readMail } from './read-mail.ts'

const PAGE = 50
const SHOWN: Shown[] = ['html', 'text', 'source']

/** /mail: what really left through the catcher, for members. */
export function inboxPages(tools: Tools): Hono {
  const answer = (c: Context, page: string, status: 200 | 401 | 404 = 200) =>
    c.html(page, status, { 'content-security-policy': INBOX_POLICY, 'cache-control': 'no-store' })
  const forMembers = async (c: Context, show: (caller: Caller) => Promise<string | null>) => {
    const caller = await pageCaller(c, tools)
    if (!caller) return answer(c, drawStranger(c.req.header('accept-language')), 401)
    const page = await show(caller)
    return page === null ? c.notFound() : answer(c, page)
  }
  const caught = tools.settings.smtpUrl === null || tools.settings.demo
  return new Hono()
    .get('/mail', c =>
      forMembers(c, async caller => {
        const before = Number(c.req.query('before')) || null
        const rows = await tools.database.readWorkspace(caller, reader => caughtRows(reader, before, PAGE + 1))
        const next = rows.length > PAGE ? (rows[PAGE - 1]?.caught_id ?? null) : null
        return drawInbox(caller.language, { rows: rows.slice(0, PAGE), next, newer: before !== null, caught })
      }),
    )
    .get('/mail/:id{[0-9]{1,15}}', c =>
      forMembers(c, async caller => {
        const row = await tools.database.readWorkspace(caller, reader => caughtRow(reader, Number(c.req.param('id'))))
        const show = SHOWN.find(shown => shown === c.req.query('show')) ?? 'html'
        return row ? drawCaught(caller.language, { ...row, ...readMail(row.raw), show }) : null
      }),
    )
}
