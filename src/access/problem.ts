import { REFUSALS, type Refusal } from '../vocabulary/index.ts'
import type { Caller } from './endpoint.ts'

/** Where sentences come from: the languages, handed in by the place where rooms meet. */
export type Words = {
  refusal: (language: Caller['language'], code: string, facts: Record<string, string | number>) => string
  languageOf: (accepted: string | null | undefined) => Caller['language']
}

/** A refusal as RFC 9457 problem+json in the caller's language. */
export function problemReply(refusal: Refusal, language: Caller['language'], words: Words): Response {
  const { code, facts, fields } = refusal
  const listed = fields.map(field => field.path).join(', ')
  const title = words.refusal(language, code, { fields: listed, ...facts })
  const detail = fields.length > 0 ? fields.map(field => `${field.path}: ${field.problem}`).join('; ') : title
  const status = REFUSALS[code]
  const problem = { type: `urn:echolot:problem:${code}`, title, status, detail, code, fields, ...facts }
  const headers = new Headers({ 'content-type': 'application/problem+json', 'content-language': language })
  const seconds = Number(facts.seconds ?? Number(facts.minutes ?? 0) * 60)
  if (seconds > 0) headers.set('retry-after', String(seconds))
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="echolot"')
  return new Response(JSON.stringify(problem), { status, headers })
}
