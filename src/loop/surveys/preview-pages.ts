import { Hono } from 'hono'
import type { Tools } from '../../platform/tools.ts'
import { drawPreview } from './draw-preview.ts'
import { openPreview } from './preview-survey.ts'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; sandbox"

/** The addresses that the editor shows in its frames. */
export function previewPages(tools: Tools): Hono {
  return new Hono().get('/preview/:token', c => {
    const preview = openPreview(c.req.param('token'), tools)
    if (!preview) return c.notFound()
    return c.html(drawPreview(preview, tools.settings).html, 200, { 'content-security-policy': POLICY })
  })
}
