import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { say } from '../../../languages/index.ts'
import { tokenBucket } from '../../../platform/http/index.ts'
import { isToken, openSecret, tokenHash } from '../../../platform/secrets/index.ts'
import type { Tools } from '../../../platform/tools.ts'
import { EVENT_PROBLEMS } from '../../../vocabulary/index.ts'
import { type KnownSource, sourceByKey } from './queries.ts'
import { isSigned } from './signature.ts'
import { placeOf } from './sources.ts'
import { type Taken, takeEvent } from './take-event.ts'

const LARGEST = 1_000_000
const PER_MINUTE = 1200
const STATUS = { taken: 200, known: 200, sample: 202, rejected: 422 } as const

/** /hooks/events/<key>: other systems tell what happened with customers, as any JSON. */
export function hookPages(tools: Tools): Hono {
  const bucket = tokenBucket(PER_MINUTE)
  const tooLarge = (c: Context) => refusal(c, 413, 'body_too_large', 'A body may have at most 1 MB.')
  return new Hono()
    .post('/hooks/events/:key', bodyLimit({ maxSize: LARGEST, onError: tooLarge }), async c => {
      const key = c.req.param('key')
      const source = isToken(key) ? await sourceByKey(tools.database, tokenHash(key)) : null
      if (!source) return refusal(c, 404, 'not_found', 'No source has this address.')
      const draw = bucket(source.sourceId)
      if (!draw.allowed || source.pausedAt) {
        c.header('retry-after', String(draw.allowed ? 600 : draw.secondsToNext))
        return source.pausedAt
          ? refusal(c, 503, 'source_paused', 'This source is paused.')
          : refusal(c, 429, 'too_many_requests', 'Too many events at once.')
      }
      const body = new Uint8Array(await c.req.arrayBuffer())
      if (!mayTell(source, body, c, tools))
        return refusal(c, 401, 'signature_wrong', 'The signature does not fit the body.')
      return reply(c, await take(tools, source, body))
    })
    .all('/hooks/events/:key', c => {
      c.header('allow', 'POST')
      return refusal(c, 405, 'method_wrong', 'Send the event as JSON with POST.')
    })
}

function mayTell(source: KnownSource, body: Uint8Array, c: Context, { settings }: Tools): boolean {
  if (!source.signatureHeader) return true
  const sealed = Buffer.from(source.signatureSecret ?? '', 'base64')
  const secret = openSecret(settings.secret, placeOf(source.sourceId), sealed)
  return secret !== null && isSigned(body, c.req.header(source.signatureHeader), secret)
}

const take = ({ database, clock }: Tools, source: KnownSource, body: Uint8Array): Promise<Taken> => {
  const text = new TextDecoder().decode(body).replaceAll('\u0000', '')
  const scope = { workspaceId: source.workspaceId, actor: `source:${source.sourceId}` }
  return database.inWorkspace(scope, tx => takeEvent(tx, source, text, clock()))
}

function reply(c: Context, { state, reason, field, touchpoint_id }: Taken) {
  c.header('cache-control', 'no-store')
  const known = EVENT_PROBLEMS.find(problem => problem === reason)
  const detail = known ? say('en', `waves.sources.problems.${known}`, { field }) : null
  return c.json({ state, touchpointId: touchpoint_id, reason, field, detail }, STATUS[state])
}

function refusal(c: Context, status: 401 | 404 | 405 | 413 | 429 | 503, reason: string, detail: string) {
  c.header('cache-control', 'no-store')
  return c.json({ state: 'refused', reason, detail }, status)
}
