import { Hono } from 'hono'
import { staticFiles } from '../platform/http/index.ts'
import type { Endpoint } from './endpoint.ts'
import { openapi } from './openapi.ts'

// Swagger's own styles are written into style attributes; scripts still come from this host alone.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Echolot API</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="docs"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'list', validatorUrl: null })`

/** The API's description at /api/openapi.json and its page at /api/docs; nothing is loaded from elsewhere. */
export function docsPages(endpoints: Endpoint[], version: string, folder: string): Hono {
  const serve = staticFiles(folder)
  let description: string | null = null
  const app = new Hono()
  app.get('/api/openapi.json', c => {
    description ??= JSON.stringify(openapi(endpoints, version))
    return c.body(description, 200, { 'content-type': 'application/json' })
  })
  app.get('/api/docs', c => c.html(PAGE, 200, { 'content-security-policy': POLICY }))
  app.get('/api/docs/start.js', c => c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/api/docs/:file', async c => {
    const file = await serve(c.req.param('file'), c.req.raw, { 'cache-control': 'public, max-age=86400' })
    return file ?? c.notFound()
  })
  return app
}
