import { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'

// The content security policy refuses code made from text, which zod would otherwise try.
z.config({ jitless: true })

/** What the server says when it will not do something (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** Which fields are wrong and why. */
  readonly fields: { path: string; problem: string }[]

  constructor(
    status: number,
    body: { code?: string; detail?: string; title?: string; fields?: { path: string; problem: string }[] },
  ) {
    super(body.detail ?? body.title ?? '')
    this.status = status
    this.code = body.code ?? ''
    this.fields = body.fields ?? []
  }
}

type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>

/** `/cases` with `{ queue: 'support' }` becomes `/api/v1/cases?queue=support`; empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return `/api/v1${path}${text ? `?${text}` : ''}`
}

/** Looks at `path` and checks the reply against `shape`. */
export async function get<S extends z.ZodType>(path: string, shape: S, query: Query = {}): Promise<z.output<S>> {
  return shape.parse(await call('GET', address(path, query)))
}

/** Every item of a list, page by page. */
export async function getAll<S extends z.ZodType>(path: string, item: S): Promise<z.output<S>[]> {
  const page = z.object({ items: z.array(item), next: z.string().nullable() })
  const items: z.output<S>[] = []
  let cursor: string | null = null
  do {
    const { items: more, next }: z.output<typeof page> = await get(path, page, { limit: 200, cursor })
    items.push(...more)
    cursor = next
  } while (cursor)
  return items
}

/** Changes something; without `shape` the reply is not looked at. A POST carries an Idempotency-Key, so a retry does it once. */
export async function send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<void>
export async function send<S extends z.ZodType>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  shape: S,
): Promise<z.output<S>>
export async function send(method: string, path: string, body?: unknown, shape?: z.ZodType): Promise<unknown> {
  const reply = await call(method, address(path), body ?? {})
  return shape?.parse(reply)
}

async function call(method: string, url: string, body?: unknown): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
  const reply = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const content = reply.headers.get('content-type')?.includes('json') ? await reply.json() : null
  if (!reply.ok) throw new Problem(reply.status, content ?? {})
  return content
}

/** One cache for all pages; what is gone or forbidden is not asked for again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
})
