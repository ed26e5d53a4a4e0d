import type { Hono } from 'hono'
import type { Tools } from '../../platform/tools.ts'
import { inboxPages } from './inbox-pages.ts'
import { preferencePages } from './preference-pages.ts'
import { unsubscribePages } from './unsubscribe-pages.ts'

/** What people decide by the links of a mail, and the mails that nobody sent on. */
export const pages = (tools: Tools): Hono[] => [unsubscribePages(tools), preferencePages(tools), inboxPages(tools)]
