import { Hono } from 'hono'
import { isToken, tokenHash } from '../../platform/secrets/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { stopToken } from './message-links.ts'
import { textOfToken } from './queries/text-settings.ts'

/** /s/<token>: the short way out of a text; it only leads to the page where a button ends it. */
export const stopPages = ({ database, settings }: Tools): Hono =>
  new Hono().get('/s/:token', async c => {
    const token = c.req.param('token')
    const text = isToken(token) ? await textOfToken(database, tokenHash(token)) : null
    c.header('referrer-policy', 'no-referrer')
    return c.redirect(`/u/${text ? stopToken(settings.secret, { ...text, channel: 'sms' }) : 'unknown'}`, 303)
  })
