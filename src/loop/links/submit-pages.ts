import { type Context, Hono } from 'hono'
import { networkOf, peerOf } from '../../platform/http/index.ts'
import { parseJson } from '../../platform/http/parse-json.ts'
import { OpenAnswer, REFUSALS, Refusal } from '../../vocabulary/index.ts'
import { pageParts } from '../responses/index.ts'
import { cors } from './cors.ts'
import type { Linking } from './linking.ts'
import { type From, sendAnswer } from './send-answer.ts'

const LARGEST_KB = 64

/** Where widgets and kiosks send: JSON as plain text, so that the browser need not ask first. */
export function submitPages(linking: Linking): Hono {
  const app = new Hono()
  app.use('/o/:key/answers', cors(linking))
  app.use('/api/v1/open-links/:key/answers', cors(linking))
  app.use('/api/v1/open-links/:key/answers/:token', cors(linking))
  app.post('/o/:key/answers', c => submit(c, linking))
  return app
}

/** Who sends, as the socket and the browser say. */
export const fromOf = (c: Context, linking: Pick<Linking, 'trustedProxies'>): From => ({
  network: networkOf(peerOf(c, linking.trustedProxies)),
  origin: c.req.header('origin') ?? null,
})

async function submit(c: Context, linking: Linking): Promise<Response> {
  try {
    const sent = readAnswer(await pageParts.readBody(c))
    return c.json(await sendAnswer(linking, c.req.param('key') ?? '', sent, fromOf(c, linking)), 201)
  } catch (error) {
    if (error instanceof Refusal)
      return c.json({ stored: false, code: error.code, fields: error.fields }, REFUSALS[error.code])
    linking.log.error({ err: error }, 'a visitor’s answer could not be stored')
    return c.json({ stored: false, code: 'unexpected' }, 503, { 'retry-after': '5' })
  }
}

function readAnswer(text: string | null): OpenAnswer {
  if (text === null) throw new Refusal('body_too_large', { limit: LARGEST_KB })
  const parsed = parseJson(text)
  const read = OpenAnswer.safeParse('problem' in parsed ? null : parsed.value)
  if (read.success) return read.data
  const fields = read.error.issues.slice(0, 20).map(issue => ({ path: issue.path.join('.'), problem: issue.message }))
  throw new Refusal('body_invalid', {}, fields)
}
