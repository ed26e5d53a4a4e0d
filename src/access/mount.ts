import { Hono } from 'hono'
import type { Tools } from '../platform/tools.ts'
import { Refusal } from '../vocabulary/index.ts'
import type { Endpoint } from './endpoint.ts'
import { createLimits } from './limits.ts'
import { problemReply, type Words } from './problem.ts'
import { serve } from './serve.ts'

/** Where the API lives. */
export const API_ROOT = '/api/v1'

const PARAMETER = /\{(\w+)\}/g
const honoPath = (endpoint: Endpoint) => endpoint.path.replace(PARAMETER, ':$1')

/** All endpoints as one web application under /api/v1; fixed addresses go before those with parameters. */
export function mount(endpoints: Endpoint[], tools: Tools, words: Words): Hono {
  const app = new Hono()
  const limits = createLimits()
  const ordered = [...endpoints].sort((a, b) => (weightOf(a) < weightOf(b) ? -1 : 1))
  for (const endpoint of ordered) {
    app.on(endpoint.method, API_ROOT + honoPath(endpoint), serve(endpoint, tools, words, limits))
  }
  refuseOtherMethods(app, ordered, words)
  app.all('/api/*', c =>
    problemReply(new Refusal('not_found'), words.languageOf(c.req.header('accept-language')), words),
  )
  return app
}

// A tilde comes after every letter.
const weightOf = (endpoint: Endpoint) => endpoint.path.replace(PARAMETER, '~')

function refuseOtherMethods(app: Hono, endpoints: Endpoint[], words: Words): void {
  const methods = new Map<string, string[]>()
  for (const endpoint of endpoints) {
    const path = honoPath(endpoint)
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method.toUpperCase()])
  }
  for (const [path, allowed] of methods) {
    app.all(API_ROOT + path, c => {
      const reply = problemReply(new Refusal('method_wrong'), words.languageOf(c.req.header('accept-language')), words)
      reply.headers.set('allow', allowed.join(', '))
      return reply
    })
  }
}
