import type { Context } from 'hono'
import { z } from 'zod'
import { isCleanText, readJsonBody } from '../platform/http/index.ts'
import { Refusal } from '../vocabulary/index.ts'
import type { Caller, Endpoint } from './endpoint.ts'

const MEGABYTE = 1_000_000
const PUBLIC_LIMIT = 64_000

/** What a request brings, checked against the shapes of its address. */
export type Input = { params: unknown; query: unknown; body: unknown }

const sayWrong = {
  en: z.locales.en().localeError,
  de: z.locales.de().localeError,
  fi: z.locales.fi().localeError,
}

/** Reads and checks the parts of the address; a malformed id is an unknown one. */
export function readAddress(
  endpoint: Endpoint,
  c: Context,
  language: Caller['language'],
): { params: unknown; query: unknown } {
  const params = endpoint.params?.safeParse(c.req.param())
  if (params?.success === false) throw new Refusal('not_found')
  const given = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, all]) => [name, all.length > 1 ? all : all[0]]),
  )
  if (!isCleanText(c.req.url) || !isCleanText(JSON.stringify(Object.values(given)))) throw new Refusal('query_invalid')
  const query = check(endpoint.query ?? z.strictObject({}), given, 'query_invalid', language)
  return { params: params?.data, query: endpoint.query ? query : undefined }
}

/** Reads and checks the body of an address that takes JSON; whatever the header says, the value itself is checked. */
export async function readBody(endpoint: Endpoint, c: Context, language: Caller['language']): Promise<unknown> {
  if (!endpoint.body) return undefined
  const limit = endpoint.limit ?? (endpoint.door === 'open' ? PUBLIC_LIMIT : MEGABYTE)
  const read = await readJsonBody(c.req.raw, limit)
  if ('value' in read) return check(endpoint.body, read.value, 'body_invalid', language)
  if (read.refused === 'body_too_large') throw new Refusal('body_too_large', { limit: Math.round(limit / 1000) })
  if (read.refused === 'content_type_wrong') throw new Refusal('content_type_wrong')
  throw new Refusal('body_invalid', {}, [{ path: '(body)', problem: read.detail }])
}

function check(
  shape: z.ZodType,
  value: unknown,
  code: 'body_invalid' | 'query_invalid',
  language: Caller['language'],
): unknown {
  const result = shape.safeParse(value, { error: sayWrong[language] })
  if (result.success) return result.data
  const fields = result.error.issues.slice(0, 20).map(issue => ({
    path: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.') || '(body)',
    problem: issue.message,
  }))
  throw new Refusal(code, {}, fields)
}
