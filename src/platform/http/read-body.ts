import { parseJson } from './parse-json.ts'

const JSON_TYPE = /^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i

/** Why a body was not taken. */
export type BodyProblem = { refused: 'content_type_wrong' | 'body_too_large' | 'not_json'; detail: string }

/** The JSON value in a request's body, read up to `limit` bytes. */
export async function readJsonBody(request: Request, limit: number): Promise<{ value: unknown } | BodyProblem> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return { refused: 'content_type_wrong', detail: '' }
  const bytes = await readBytes(request, limit)
  if (!bytes) return { refused: 'body_too_large', detail: '' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { refused: 'not_json', detail: 'the body is not UTF-8' }
  }
  const parsed = parseJson(text)
  return 'problem' in parsed ? { refused: 'not_json', detail: parsed.problem } : parsed
}

/** The bytes of a body; null as soon as there are more than `limit`. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
