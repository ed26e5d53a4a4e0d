import { Hono } from 'hono'
import type { Tools } from '../../platform/tools.ts'
import { kioskPages } from './kiosk-pages.ts'
import { linkingOf } from './linking.ts'
import { openPages } from './open-pages.ts'
import { submitPages } from './submit-pages.ts'
import { ticketPages } from './ticket-pages.ts'
import { widgetPages } from './widget-pages.ts'

/** What visitors without an invitation see: pages, the kiosk, the widget, and where their answers go. */
export function linkPages(tools: Tools): Hono {
  const linking = linkingOf(tools)
  const app = new Hono()
  for (const part of [
    submitPages(linking),
    openPages(linking),
    kioskPages(linking),
    widgetPages(linking),
    ticketPages(linking),
  ])
    app.route('/', part)
  return app
}
