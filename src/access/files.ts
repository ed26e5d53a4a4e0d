import { Refusal } from '../vocabulary/index.ts'
import type { Download } from './endpoint.ts'

const EMPTY = new ReadableStream<Uint8Array>({ start: controller => controller.close() })

/** A raw body with a limit: the stream ends in a refusal as soon as more has come. */
export function limitedContent(request: Request, limit: number) {
  const length = request.headers.has('content-length') ? Number(request.headers.get('content-length')) : null
  if (length !== null && length > limit) throw tooLarge(limit)
  let size = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (part, controller) => {
      size += part.byteLength
      if (size > limit) controller.error(tooLarge(limit))
      else controller.enqueue(part)
    },
  })
  const content = (request.body ?? EMPTY).pipeThrough(counter)
  return { content, type: request.headers.get('content-type') ?? '', length }
}

const tooLarge = (limit: number) => new Refusal('body_too_large', { limit: Math.round(limit / 1000) })

/** A file to save; its name is sent in both spellings that browsers know. */
export function downloadReply(result: unknown): Response {
  const { type, fileName, content } = result as Download
  const plainName = fileName.replace(/[^\w.\- ]/g, '_')
  const disposition = `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
  return new Response(content, { headers: { 'content-type': type, 'content-disposition': disposition } })
}

/** News that come as they happen; nobody on the way may keep them back or store them. */
export const streamReply = (content: unknown): Response =>
  new Response(content as ReadableStream<Uint8Array>, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
