import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Tools } from '../platform/tools.ts'
import { callerOfSession } from './authenticate.ts'
import type { Caller } from './endpoint.ts'
import { sessionCookie } from './session-cookie.ts'
import { hashOf } from './token.ts'

/** The member who looks at a page that the server writes itself; null for anybody else. */
export async function pageCaller(c: Context, tools: Tools): Promise<Caller | null> {
  const token = getCookie(c, sessionCookie(tools.settings.publicUrl).name)
  return token ? (await callerOfSession(tools, hashOf(token))).caller : null
}
