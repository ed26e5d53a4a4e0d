import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Draw, networkOf, peerOf } from '../platform/http/index.ts'
import type { Tools } from '../platform/tools.ts'
import { Refusal, roleIncludes } from '../vocabulary/index.ts'
import { callerOfApiKey, callerOfSession, type Known } from './authenticate.ts'
import { checkOrigin } from './check-origin.ts'
import type { AccountCaller, Caller, Endpoint, Visit } from './endpoint.ts'
import type { Limits } from './limits.ts'
import type { Words } from './problem.ts'
import { sessionCookie } from './session-cookie.ts'
import { hashOf } from './token.ts'

/** A request that may go on: who it is from, and what is left of its limit. */
export type Admitted = { caller: Caller | null; account: AccountCaller | null; visit: Visit; draw: Draw | null }

/** The other end of a request, with the means to begin and end its session. */
export function visitOf(c: Context, tools: Tools, words: Words): Visit {
  const { publicUrl, trustedProxies } = tools.settings
  const cookie = sessionCookie(publicUrl)
  const token = getCookie(c, cookie.name)
  return {
    peer: networkOf(peerOf(c, trustedProxies)),
    origin: c.req.header('origin') ?? null,
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
    language: words.languageOf(c.req.header('accept-language')),
    sessionHash: token ? hashOf(token) : null,
    startSession: (fresh, expiresAt) => c.header('set-cookie', cookie.set(fresh, expiresAt)),
    endSession: () => c.header('set-cookie', cookie.clear()),
  }
}

/** Finds out who calls and whether they may; throws the refusal where not. */
export async function admit(
  endpoint: Endpoint,
  c: Context,
  tools: Tools,
  limits: Limits,
  visit: Visit,
): Promise<Admitted> {
  const bearer = /^Bearer (\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (endpoint.anyOrigin) return { caller: null, account: null, visit, draw: null }
  if (endpoint.method !== 'get' && !bearer) checkOrigin(c.req.raw, tools.settings.publicUrl)
  if (endpoint.allow === 'anyone')
    return { caller: null, account: null, visit, draw: limits.draw('stranger', visit.peer) }
  const known = await recognise(bearer, tools, visit)
  const draw = drawFor(known, endpoint.method === 'get' ? 'readingKey' : 'key', limits, visit)
  if (!known.caller && !known.account) throw new Refusal('not_signed_in')
  checkRight(endpoint.allow, known)
  return { ...known, visit, draw }
}

function recognise(bearer: string | undefined, tools: Tools, visit: Visit): Promise<Known> {
  if (bearer) return callerOfApiKey(tools, bearer)
  if (visit.sessionHash) return callerOfSession(tools, visit.sessionHash)
  return Promise.resolve({ caller: null, account: null })
}

function drawFor(known: Known, key: 'key' | 'readingKey', limits: Limits, visit: Visit): Draw {
  if (known.account) return limits.draw('session', visit.sessionHash?.toString('hex') ?? known.account.accountId)
  if (known.caller) return limits.draw(key, known.caller.actor)
  return limits.draw('stranger', visit.peer)
}

function checkRight(allow: Endpoint['allow'], { caller, account }: Known): void {
  if (allow === 'anyone') return
  if (allow === 'account') {
    if (!account) throw new Refusal('right_missing', { role: 'account' })
    return
  }
  if (!caller) throw new Refusal('workspace_missing')
  if (!roleIncludes(caller.role, allow)) throw new Refusal('right_missing', { role: allow })
}
