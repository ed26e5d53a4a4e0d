import type { MiddlewareHandler } from 'hono'
import type { Linking } from './linking.ts'
import type { FoundLink } from './queries/links.ts'

/** Whether a page of this origin may send answers by a link. */
export const mayEmbed = (link: FoundLink, origin: string): boolean => link.origins.includes(origin.toLowerCase())

const PREFLIGHT = {
  'access-control-allow-methods': 'POST, PATCH',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '7200',
}

/** Lets pages of the link's origins read our reply, and no others; never with cookies. */
export const cors =
  ({ find }: Linking): MiddlewareHandler =>
  async (c, next) => {
    const origin = c.req.header('origin')
    const link = origin ? await find(c.req.param('key') ?? '') : undefined
    const allowed = origin && link && mayEmbed(link, origin) ? { 'access-control-allow-origin': origin } : null
    if (c.req.method === 'OPTIONS') {
      return new Response(null, {
        status: 204,
        headers: { ...(allowed ? { ...allowed, ...PREFLIGHT } : {}), vary: 'Origin' },
      })
    }
    await next()
    c.res.headers.append('vary', 'Origin')
    // The reply is for pages elsewhere: that is what the link's list of origins says.
    if (allowed) {
      c.res.headers.set('access-control-allow-origin', allowed['access-control-allow-origin'])
      c.res.headers.set('cross-origin-resource-policy', 'cross-origin')
    }
  }
