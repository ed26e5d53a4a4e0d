import type { MiddlewareHandler } from 'hono'

/** Policy of the team's pages: nothing from elsewhere, no inline script, no frames. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const ALWAYS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'cache-control': 'no-store',
}

/** Adds the headers that every reply carries; a page that set one of them itself keeps its own. */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  const overHttps: Record<string, string> = publicUrl.startsWith('https:')
    ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
    : {}
  const wanted = Object.entries({ ...ALWAYS, ...overHttps })
  return async (c, next) => {
    await next()
    for (const [name, value] of wanted) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
