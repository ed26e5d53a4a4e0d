import { Writable } from 'node:stream'
import { createApp } from '../../src/app.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { readSettings } from '../../src/platform/settings.ts'
import type { Tools } from '../../src/platform/tools.ts'

/** Tools with a settable clock and a log that can be read. */
export function testTools(database: Database, environment: Record<string, string> = {}) {
  const lines: string[] = []
  const paper = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const settings = readSettings({ ECHOLOT_SECRET: 'k3T9vLq2mXw7Zr5BnYc8HsJd4GfPaE6u', ...environment })
  const time = { now: new Date() }
  const tools: Tools = { database, settings, log: createLog('info', paper), clock: () => time.now }
  return { tools, time, lines }
}

/** The whole reply; a stream of news has no end, so it is left. */
async function textOf(reply: Response): Promise<string> {
  if (!reply.headers.get('content-type')?.startsWith('text/event-stream')) return reply.text()
  await reply.body?.cancel()
  return ''
}

/** One caller of the product: keeps its cookie, speaks JSON, says where it comes from as a browser does. */
export function browser(
  fetch: (request: Request) => Response | Promise<Response>,
  headers: Record<string, string> = {},
) {
  let cookie = ''
  const send = async (method: string, path: string, body?: unknown, extra: Record<string, string> = {}) => {
    const all: Record<string, string> = { 'sec-fetch-site': 'same-origin', ...headers, ...extra }
    if (cookie) all.cookie = cookie
    if (body !== undefined) all['content-type'] ??= 'application/json'
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const init = text === undefined ? { method, headers: all } : { method, headers: all, body: text }
    const reply = await fetch(new Request(`http://localhost:4747/api/v1${path}`, init))
    const set = reply.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    const content = await textOf(reply)
    return {
      status: reply.status,
      headers: reply.headers,
      text: content,
      json: content.startsWith('{') ? JSON.parse(content) : null,
    }
  }
  return {
    send,
    get: (path: string, extra?: Record<string, string>) => send('GET', path, undefined, extra),
    post: (path: string, body?: unknown, extra?: Record<string, string>) => send('POST', path, body, extra),
    cookie: () => cookie,
    setCookie: (value: string) => {
      cookie = value
    },
  }
}

/** The product on a database of its own. */
export function productOn(database: Database, environment?: Record<string, string>) {
  const { tools, time, lines } = testTools(database, environment)
  const app = createApp(tools)
  const fetch = (request: Request) => app.fetch(request)
  return { tools, time, lines, app, fetch, browser: (headers?: Record<string, string>) => browser(fetch, headers) }
}
