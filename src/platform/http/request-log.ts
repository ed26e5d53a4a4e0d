import type { MiddlewareHandler } from 'hono'
import type { Logger } from '../log.ts'

const TOKEN_IN_PATH = /^\/(r|u|ref|o|t)\/[^/]+/
// The right to go on with an answer stands behind the key of an open link.
const TOKEN_OF_ANSWER = /\/(a|answers)\/[^/]+/

/** A path as it may stand in a log: personal links lose their token. */
export const redactedPath = (path: string): string =>
  path.replace(TOKEN_IN_PATH, '/$1/…').replace(TOKEN_OF_ANSWER, '/$1/…')

/** One line per request: what, how it ended, how long; no address of a person, no query. */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const ms = Math.round((performance.now() - began) * 10) / 10
    const line = { method: c.req.method, path: redactedPath(c.req.path), status: c.res.status, ms }
    if (c.res.status >= 500) log.error(line, 'request failed')
    else log.debug(line, 'request')
  }
}
